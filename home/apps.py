from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front page, plain pages, the accessibility statement, and what makes a site."""

    name = "home"
    verbose_name = _("Site")
    default_auto_field = "django.db.models.BigAutoField"
    # See kdsite/page_cache/changes.py.
    shown_to_readers = ("home.SearchedText", "home.SearchTerm")

    def ready(self):
        from home import reminders  # noqa: F401 - needs the models
        from home.search import indexing

        indexing.connect()
