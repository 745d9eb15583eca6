"""For readers. Refuses to start, in one clear line, where something required is missing or weak."""

import sys

from kdsite.settings.base import *  # noqa: F403
from kdsite.settings.base import ALLOWED_HOSTS, DEMO, OIDC_APPS, SECRET_KEY, env


def _refuse(message):
    sys.exit(f"kdsite does not start: {message}")


if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10:
    _refuse("set SECRET_KEY to a random text of at least 50 characters.")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    _refuse("set ALLOWED_HOSTS to the site's host names, separated by commas.")
for name in ("DATABASE_URL", "EMAIL_URL", "MAIL_FROM", "MEDIA_ROOT"):
    if not env.str(name, default=""):
        _refuse(f"set {name}.")
for name in ("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"):
    if OIDC_APPS and not env.str(name, default=""):
        _refuse(f"set {name}, or leave OIDC_PROVIDER_URL out.")
if "@" not in env.str("MAIL_FROM"):
    _refuse("set MAIL_FROM to the address that the site's mail comes from.")

SERVE_MEDIA = False
INDEXED = not DEMO
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Whose tries are counted: the address that the one web server in front adds to X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = 1
WAGTAILADMIN_BASE_URL = env.str("ADMIN_BASE_URL", default=f"https://{ALLOWED_HOSTS[0]}")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS if host]
