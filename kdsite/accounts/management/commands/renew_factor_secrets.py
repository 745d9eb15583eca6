from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from kdsite.accounts.login import factor_secrets


class Command(BaseCommand):
    """Writes the secrets of second factors under ``SECRET_KEY``, so that the keys of
    ``SECRET_KEY_FALLBACKS`` are not needed any more. It can be run at any time, and again."""

    help = "Writes the secrets of second factors under SECRET_KEY."

    def handle(self, *args, **options):
        with transaction.atomic():
            unreadable = factor_secrets.write_anew(Authenticator.objects.all())
        if unreadable:
            raise CommandError(
                f"{unreadable} cannot be read: name the key that they were written under in "
                "SECRET_KEY_FALLBACKS, and run this again."
            )
