from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from home.demo_site.load import load


class Command(BaseCommand):
    """Loads the demo site, published only through submit and approve. Safe to run again."""

    help = (
        "Loads the demo: pages, posts and accounts. Refuses to run where DEMO is off."
    )

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError(_("The demo is loaded only where DEMO is on."))
        if load():
            self.stdout.write(_("The demo site is in place."))
