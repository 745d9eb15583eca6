"""Settings that hold everywhere. Safe for production, and without a secret."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from kdsite.settings.databases import database, page_cache
from kdsite.settings.headers import *  # noqa: F403
from kdsite.settings.login import *  # noqa: F403
from kdsite.settings.login import OIDC_APPS
from kdsite.settings.mail import *  # noqa: F403
from kdsite.settings.media import media_storage

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", default="")
# Former ones, which open what was made under them: docs/operations.md.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])

# The site's own packages; each imports only what stands to its right.
OWN_PACKAGES = ["home", "blog", "community", "kdsite"]

INSTALLED_APPS = [
    # Before Wagtail's apps, so that a template or static file of ours wins.
    *OWN_PACKAGES,
    "kdsite.accounts",
    "wagtail_localize",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "kdsite.accounts.wagtail_users.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *OIDC_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    # Wagtail uses its words for how long ago something was; only an installed app is translated.
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    # Last, so that its permission policies replace the ones that Wagtail's apps register.
    "kdsite.editorial",
]

MIDDLEWARE = [
    "kdsite.logs.request_id.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kdsite.page_cache.middleware.PageCacheMiddleware",
    "kdsite.middleware.headers.HeadersMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "kdsite.middleware.compression.ReadersGZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kdsite.middleware.language.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kdsite.accounts.login.kept_form.KeptFormMiddleware",
    "kdsite.accounts.login.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kdsite.middleware.exports.ExportsMiddleware",
    "kdsite.editorial.admin.gate.AdminGateMiddleware",
    "kdsite.middleware.unreadable_forms.UnreadableFormMiddleware",
    "kdsite.middleware.redirects.PublicRedirectMiddleware",
]

ROOT_URLCONF = "kdsite.urls"
WSGI_APPLICATION = "kdsite.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]


DATABASES = {
    "default": database(
        env.str("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DJANGO_REDIS_LOG_IGNORED_EXCEPTIONS = True
_pages = page_cache(env.str("CACHE_URL", default=""))
# Readers' pages are kept and given from copies; off, each is made anew.
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
# Where the web server in front keeps what it was answered; empty where it keeps nothing.
WEB_SERVER_CACHE = env.str("WEB_SERVER_CACHE", default="")
# Where a CDN in front takes PURGE requests; empty where there is none.
CDN_PURGE_URL = env.str("CDN_PURGE_URL", default="")
CACHES = {
    # The limits of the log-in are kept here: they hold for all processes, and are never pushed
    # out by others. `migrate` makes the table.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kdsite_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "pages": _pages,
    # Wagtail's, of pictures.
    "renditions": _pages,
}

# Where lists of words are kept that all processes share.
WORD_LISTS = VAR_DIR / "words"

# Languages. Every msgid is English and every text is shown in Finnish or Swedish.
LANGUAGE_CODE = "fi"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fi", _("Finnish")), ("sv", _("Swedish"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska")]
LOCALE_PATHS = [
    BASE_DIR / "locale",
    # What Wagtail's and wagtail-localize's own catalogues leave in English.
    BASE_DIR / "locale" / "upstream",
]
FORMAT_MODULE_PATH = ["kdsite.formats"]
USE_I18N = True
# One form of dates for typing and for showing.
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H.%M"
WAGTAIL_TIME_FORMAT = "%H.%M"
WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "Europe/Helsinki"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
USE_TZ = True

SERVE_MEDIA = False
# May search engines read this site? Only what readers are meant to find.
INDEXED = False
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = env.str("MEDIA_ROOT", default="") or str(VAR_DIR / "media")
# Several machines have their media in one bucket.
MEDIA_BUCKET = env.str("MEDIA_BUCKET", default="")
# Which installation this is, outside the database: a copy of the database does not have it, and
# publishes and sends nothing (kdsite/editorial/site_copy.py). Beside the media, not in them: no
# backup has it, and an upgrade leaves it alone. Several machines may have one key by their environment.
INSTALLATION_KEY = env.str("INSTALLATION_KEY", default="")
INSTALLATION_FILE = f"{MEDIA_ROOT.rstrip('/')}.installation"
# For whom backups are encrypted: public keys of age.
BACKUP_RECIPIENTS = env.list("BACKUP_RECIPIENTS", default=[])
STORAGES = {
    "default": media_storage(
        MEDIA_BUCKET,
        url=env.str("MEDIA_BUCKET_URL", default=""),
        key=env.str("MEDIA_BUCKET_KEY", default=""),
        secret=env.str("MEDIA_BUCKET_SECRET", default=""),
    ),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Without `manage.py scheduler` nothing is published on time and no mail is sent: not ready.
SCHEDULER_REQUIRED = True
WAGTAIL_SITE_NAME = "Kuntademokratiaverkosto"
WAGTAILADMIN_BASE_URL = env.str("ADMIN_BASE_URL", default="") or (
    f"http://127.0.0.1:{env.str('PORT', default='8000')}"
)
# What a document's reader gets comes through the view that asks whether they may, wherever it is stored.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# No third party, neither for readers nor for editors.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_RESPONSIVE_HTML = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "kdsite.admin.rich_text.RichTextArea"}
}

WAGTAILIMAGES_IMAGE_MODEL = "kdsite.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "kdsite.images.forms.SiteImageForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 30_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "kdsite.SiteDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "kdsite.documents.forms.SiteDocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = WAGTAILIMAGES_MAX_UPLOAD_SIZE
# Nothing that was uploaded is shown in the browser, where it could pass for a page of ours.
WAGTAILDOCS_INLINE_CONTENT_TYPES = []
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "txt", "csv"]

# What authors, themes and questions list; what slots hold; who knows a word by its forms.
COMMUNITY_POSTS = "blog.BlogPage"
EDITORIAL_SLOT_PAGES = ["blog.BlogPage"]
EDITORIAL_WORD_FORMS = "kdsite.languages.lemmas.terms"
EDITORIAL_THEME = "community.ThemePage"
EDITORIAL_QUESTION = "community.QuestionPage"
# Where somebody is invited to write; ``?slot=`` says for when.
EDITORIAL_INVITE = "invitations:add"
# Publication has one door: kdsite/editorial/publishing/guard.py.
WAGTAIL_FINISH_WORKFLOW_ACTION = (
    "kdsite.editorial.releases.workflow_finish.publish_approved"
)
# The door itself ends the workflow; nothing else may.
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAIL_MODERATION_ENABLED = True
# An approval is one act on one revision: it never moves along a chain of tasks.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
# A translation is never made public by the act of translating it.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# What goes with a page is decided in kdsite/editorial/translations/earlier_wordings.py.
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True

# What follows a change (indexes, pictures, mail) is done after its commit, and tried again.
TASKS = {"default": {"BACKEND": "kdsite.editorial.follow_ups.backend.FollowUpBackend"}}

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# An error shows the site's own page, and its traceback in the log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["terminal"], "level": "ERROR"}},
}
