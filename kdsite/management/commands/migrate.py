from django.core.management import CommandError, call_command
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from kdsite.editorial import site_copy
from kdsite.editorial.process_lock import wait_for

OURS = {"kdsite", "community", "blog", "home", "editorial"}


class Command(migrate.Command):
    """Django's, which makes the table of the cache and the key of a new site, too, and says of a database that cannot be
    upgraded what it is.

    No site was in use before accounts had a model of their own, so nothing leads from there to
    here. Can go once nobody can have such a database any more.
    """

    def handle(self, *args, **options):
        if options["plan"] or options["check_unapplied"]:
            self.migrate(*args, **options)
            return
        # Two that deploy at the same moment: the second one finds everything done.
        with wait_for("migrate", self.tell_of_another):
            self.migrate(*args, **options)

    def tell_of_another(self):
        self.stdout.write(
            _("Another process migrates this database; this one waits for it.")
        )

    def migrate(self, *args, **options):
        applied = MigrationRecorder(
            connections[options["database"]]
        ).applied_migrations()
        of_ours = any(app in OURS for app, _name in applied)
        if of_ours and ("accounts", "0001_initial") not in applied:
            raise CommandError(
                _(
                    "This database is older than the site's first release and cannot be "
                    "upgraded: remove var/ (database, pictures and mail), or name an empty "
                    "database in DATABASE_URL, and start again."
                )
            )
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"]):
            call_command("createcachetable", database=options["database"], verbosity=0)
            self.adopt(options["database"])

    def adopt(self, database):
        """A new site gets its key, once its table is there."""
        applied = MigrationRecorder(connections[database]).applied_migrations()
        if ("editorial", "0006_installation") not in applied:
            return
        try:
            site_copy.adopt()
        except OSError as error:
            raise CommandError(
                _(
                    "The file beside MEDIA_ROOT that says which site this is cannot be written: "
                    "%(why)s. Let the site's user write there, or set INSTALLATION_KEY."
                )
                % {"why": error}
            ) from error
