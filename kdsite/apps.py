from django.apps import AppConfig


class KdsiteConfig(AppConfig):
    """What every page shares: the image model, blocks, templates and styles."""

    name = "kdsite"
    default_auto_field = "django.db.models.BigAutoField"
    # Beside pages; see kdsite/page_cache/changes.py.
    shown_to_readers = (
        "kdsite.SiteDocument",
        "kdsite.SiteImage",
        "kdsite.SiteRendition",
        "wagtailcore.Locale",
        "wagtailcore.PageViewRestriction",
        "wagtailcore.Site",
        "wagtailredirects.Redirect",
    )

    def ready(self):
        from kdsite import checks  # noqa: F401 - registers them
        from kdsite.admin import choosers_start, counted
        from kdsite.editorial.signals import releasing
        from kdsite.images import avif, renditions
        from kdsite.page_cache import cdn, changes, warming

        avif.save_all_quickly()
        choosers_start.start_from_data()
        counted.count_in_words()
        changes.connect(self)
        cdn.connect()
        releasing.connect(renditions.make_for_release)
        releasing.connect(warming.warm_after_release)
