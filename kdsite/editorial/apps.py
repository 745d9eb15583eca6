from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """Draft, review, publish: the rule that two people stand behind every public word."""

    name = "kdsite.editorial"
    label = "editorial"
    verbose_name = _("Editorial work")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kdsite.editorial import (
            accounts,
            behind,
            files,
            guard,
            permissions,
            telling,
            translation,
        )

        guard.connect()
        accounts.connect()
        behind.connect()
        files.connect()
        permissions.register()
        telling.connect()
        translation.replace_localize_save()
