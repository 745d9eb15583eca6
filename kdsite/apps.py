from django.apps import AppConfig


class KdsiteConfig(AppConfig):
    """What every page shares: the image model, blocks, templates and styles."""

    name = "kdsite"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kdsite import choosers

        choosers.choose_in_ones_language()
