from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """Draft, review, publish: the rule that two people stand behind every public word."""

    name = "kdsite.editorial"
    label = "editorial"
    verbose_name = _("Editorial work")
    default_auto_field = "django.db.models.BigAutoField"
    # Beside the pages themselves: whether a translation is behind its original.
    shown_to_readers = (
        "editorial.ApprovedText",
        "editorial.TranslatedRevision",
        "editorial.Waiting",
    )

    def ready(self):
        from kdsite.editorial.admin import choosers
        from kdsite.editorial.notifications import (
            account_changes,
            deleted_pages,
            release_events,
            review_events,
            site_changes,
        )
        from kdsite.editorial.policy import closed_accounts, permissions, reviews_stay
        from kdsite.editorial.publishing import (
            files_in_use,
            former_addresses,
            guard,
            protected_files,
            rows_that_exist,
        )
        from kdsite.editorial.texts import outdated
        from kdsite.editorial.translations import earlier_wordings, translating

        choosers.choose_in_ones_language()
        choosers.show_what_may_be_chosen()
        guard.connect()
        files_in_use.connect()
        former_addresses.connect()
        closed_accounts.connect()
        reviews_stay.connect()
        outdated.connect()
        protected_files.connect()
        rows_that_exist.connect()
        permissions.register()
        release_events.connect()
        review_events.connect()
        account_changes.listen()
        deleted_pages.listen()
        site_changes.listen()
        earlier_wordings.connect()
        translating.replace_localize_save()
