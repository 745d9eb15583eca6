from django.apps import AppConfig


class KdsiteConfig(AppConfig):
    """What every page shares: the image model, blocks, templates and styles."""

    name = "kdsite"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kdsite.editorial.signals import releasing
        from kdsite.images import avif, renditions

        avif.save_all_quickly()
        releasing.connect(renditions.make_for_release)
