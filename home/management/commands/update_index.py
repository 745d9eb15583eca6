from wagtail.search.management.commands.update_index import Command as WagtailCommand

from home.search.indexing import index_everything


class Command(WagtailCommand):
    """Wagtail's, and after it the index of the readers' search."""

    def handle(self, **options):
        super().handle(**options)
        if not options["schema_only"]:
            index_everything()
