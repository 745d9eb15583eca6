"""For readers. Refuses to start, in one clear line, where something required is missing or weak."""

import os
import sys
from pathlib import Path

import environ

from kdsite.settings import refusals

env = environ.Env()


def _refuse(message):
    sys.exit(f"kdsite does not start: {message}")


# Before base reads them: what it cannot read would end in a traceback.
for name in ("DATABASE_URL", "EMAIL_URL", "MAIL_FROM", "MEDIA_ROOT"):
    if not env.str(name, default=""):
        _refuse(f"set {name}.")
for problem in (
    refusals.wrong_with_database(env.str("DATABASE_URL")),
    refusals.wrong_with_cache(env.str("CACHE_URL", default="")),
    refusals.wrong_with_mail(env.str("EMAIL_URL")),
    refusals.wrong_with_media(env.str("MEDIA_ROOT"), Path(__file__).parents[2]),
    refusals.wrong_with_bucket(
        env.str("MEDIA_BUCKET", default=""),
        env.str("MEDIA_BUCKET_URL", default=""),
    ),
    refusals.wrong_with_cdn(env.str("CDN_PURGE_URL", default="")),
):
    if problem:
        _refuse(problem)

from kdsite.settings.base import *  # noqa: E402, F403
from kdsite.settings.base import (  # noqa: E402
    ALLOWED_HOSTS,
    DEMO,
    MEDIA_BUCKET,
    OIDC_APPS,
    SECRET_KEY,
    SILENCED_SYSTEM_CHECKS,
)

if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10:
    _refuse("set SECRET_KEY to a random text of at least 50 characters.")
if not all(ALLOWED_HOSTS) or not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    _refuse("set ALLOWED_HOSTS to the site's host names, separated by commas.")
if problem := refusals.wrong_with_address(
    env.str("ADMIN_BASE_URL", default=""), ALLOWED_HOSTS
):
    _refuse(problem)
for name in ("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"):
    if OIDC_APPS and not env.str(name, default=""):
        _refuse(f"set {name}, or leave OIDC_PROVIDER_URL out.")
if "@" not in env.str("MAIL_FROM"):
    _refuse("set MAIL_FROM to the address that the site's mail comes from.")

# The code's own folder is not theirs to write into who run the site.
WORD_LISTS = Path(os.path.expanduser("~/.cache/kdsite"))

# A web server reads a folder by itself, and no bucket.
SERVE_MEDIA = bool(MEDIA_BUCKET)
INDEXED = not DEMO
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# Whoever puts the domain on browsers' list promises https for good: that is nobody's default.
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W021"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Whose tries are counted: the address that the one web server in front adds to X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = 1
WAGTAILADMIN_BASE_URL = (
    env.str("ADMIN_BASE_URL", default="").rstrip("/") or f"https://{ALLOWED_HOSTS[0]}"
)
CSRF_TRUSTED_ORIGINS = [
    f"https://{name}"
    for host in ALLOWED_HOSTS
    # A dot before a name stands for it and for all below it.
    for name in ([host[1:], f"*{host}"] if host[0] == "." else [host])
]

# One JSON object a line, for whoever collects them: docs/operations.md. Somebody at a terminal reads what
# a command says to them, and of the log what has gone wrong, in words.
AT_A_TERMINAL = sys.stderr.isatty()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "lines": {"()": "kdsite.logs.lines.JSONLines"},
        "words": {"format": "%(message)s"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "words" if AT_A_TERMINAL else "lines",
            "level": "WARNING" if AT_A_TERMINAL else "NOTSET",
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "kdsite": {"level": "INFO"},
        # The web server has written down who was refused what.
        "django.request": {"level": "ERROR"},
    },
}
if dsn := env.str("SENTRY_DSN", default=""):
    # Whoever tells nobody does not wait for it to be loaded.
    from sentry_sdk.utils import BadDsn

    from kdsite.logs.failures import tell_sentry

    try:
        tell_sentry(dsn)
    except BadDsn:
        _refuse(
            "set SENTRY_DSN to the address that Sentry gives for the project, or leave it out."
        )
