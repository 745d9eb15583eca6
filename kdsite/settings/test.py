"""For the suite: as development, with quick password hashes and mail kept in memory."""

from kdsite.settings.dev import *  # noqa: F403
from kdsite.settings.dev import DATABASES

DEMO = True
SECOND_FACTOR_REQUIRED = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ALLOWED_HOSTS = ["*"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, because an in-memory database is one connection and cannot race.
    DATABASES["default"]["TEST"] = {"NAME": DATABASES["default"]["NAME"] + ".test"}
# Which installation it is, no test asks but those that are about it.
INSTALLATION_KEY = INSTALLATION_FILE = ""
