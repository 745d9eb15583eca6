from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import ngettext

from kdsite.accounts.login import factor_secrets


class Command(BaseCommand):
    """Writes the secrets of second factors under ``SECRET_KEY``, so that the keys of
    ``SECRET_KEY_FALLBACKS`` are not needed any more. It can be run at any time, and again."""

    help = "Writes the secrets of second factors under SECRET_KEY."

    def handle(self, *args, **options):
        with transaction.atomic():
            written, unreadable = factor_secrets.write_anew(Authenticator.objects.all())
        if unreadable:
            text = ngettext(
                "%(count)d second factor cannot be read: name the key that it was written under "
                "in SECRET_KEY_FALLBACKS, and run this again.",
                "%(count)d second factors cannot be read: name the key that they were written "
                "under in SECRET_KEY_FALLBACKS, and run this again.",
                unreadable,
            )
            raise CommandError(text % {"count": unreadable})
        text = ngettext(
            "%(count)d second factor is written under SECRET_KEY.",
            "%(count)d second factors are written under SECRET_KEY.",
            written,
        )
        self.stdout.write(text % {"count": written})
