"""For trying it out and for work on kdsite: SQLite, mail to a folder, plain static files."""

from kdsite.settings.base import *  # noqa: F403
from kdsite.settings.base import CACHES, STORAGES, VAR_DIR, env

# Where the database, the mail and the files go.
VAR_DIR.mkdir(exist_ok=True)
# The site's own error pages are what a developer should see too.
DEBUG = False
DEMO = env.bool("DEMO", default=True)
SECOND_FACTOR_REQUIRED = not DEMO
SECRET_KEY = env.str("SECRET_KEY", default="only-for-development-" + "0" * 40)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
if not env.str("EMAIL_URL", default=""):
    EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
# One process needs no table.
CACHES = CACHES | {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
# What is changed in a template is seen at once.
PAGE_CACHE = env.bool("PAGE_CACHE", default=False)
# The server is of use without it.
SCHEDULER_REQUIRED = False
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# kdsite serves uploaded files itself; in production the web server in front does.
SERVE_MEDIA = True
