from django.core.management.base import BaseCommand

from kdsite.editorial.releases import publish_due


class Command(BaseCommand):
    """Publishes everything approved whose time has come; made to be run every minute."""

    help = "Publishes everything approved whose time has come."

    def handle(self, *args, **options):
        for made in publish_due.publish_due():
            self.stdout.write(f"{made.happened_at:%Y-%m-%d %H:%M:%S} {made}")
