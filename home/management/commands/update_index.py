from django.core.management.base import CommandError
from django.utils.translation import ngettext
from wagtail.search.management.commands.update_index import Command as WagtailCommand

from home.search.indexing import index_everything


class Command(WagtailCommand):
    """Wagtail's, and after it the index of the readers' search."""

    def handle(self, **options):
        super().handle(**options)
        failed = 0 if options["schema_only"] else index_everything()
        if failed:
            raise CommandError(
                ngettext(
                    "%(count)d page could not be indexed. The log says why, and the "
                    "scheduler tries again.",
                    "%(count)d pages could not be indexed. The log says why, and the "
                    "scheduler tries again.",
                    failed,
                )
                % {"count": failed}
            )
