from django.core.management.base import BaseCommand, CommandError

from kdsite.backups import services
from kdsite.backups.archive import Unusable


class Command(BaseCommand):
    """Writes database and media to one file."""

    help = "Writes database and media to one file, while the site goes on."

    def add_arguments(self, parser):
        parser.add_argument("file", help="A new file.")

    def handle(self, *args, file, **options):
        try:
            services.backup(file)
        except (Unusable, OSError) as error:
            raise CommandError(str(error)) from error
