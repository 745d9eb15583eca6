from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    """Posts and themes, and how a file becomes a draft."""

    name = "blog"
    verbose_name = _("Blog")
    default_auto_field = "django.db.models.BigAutoField"
    # Beside its pages.
    shown_to_readers = ("blog.PublishedWords",)

    def ready(self):
        from blog import reminders  # noqa: F401 - needs the models
        from blog.models.published_words import keep_words
        from kdsite.editorial.signals import releasing

        releasing.connect(keep_words)
