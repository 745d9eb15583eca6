from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils.translation import gettext as _

from kdsite.backups import services
from kdsite.backups.archive import Unusable


class Command(BaseCommand):
    """Makes an empty site what it was in a backup; it is a copy until ``release_copy``."""

    help = "Restores a backup into an empty database and an empty folder of media."
    # The database is empty.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", help="What the command backup wrote.")
        parser.add_argument(
            "--identity",
            help="A file with a secret key of age, for an encrypted backup.",
        )

    def handle(self, *args, file, identity, **options):
        try:
            services.restore(file, identity)
        except PermissionError as error:
            text = _("The user that runs this command has no right to %(file)s.")
            raise CommandError(text % {"file": error.filename}) from error
        except OperationalError as error:
            text = _("The database of DATABASE_URL does not answer: %(problem)s")
            raise CommandError(text % {"problem": str(error).strip()}) from error
        except (Unusable, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            _(
                "Restored. This is a copy of the site: it publishes nothing and sends no mail "
                "until you run manage.py release_copy."
            )
        )
