"""Production's settings, without what takes longer than a test: static files as they lie, limits in memory."""

from kdsite.settings.production import *  # noqa: F403
from kdsite.settings.production import CACHES, STORAGES

STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
# Its table is made by migrating under production's settings.
CACHES = CACHES | {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
