"""The indexes: of search, readers' (:mod:`home.search`) and the admin's, and of references."""

from contextlib import contextmanager

from django.conf import settings
from django.test import override_settings
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_published, page_unpublished

from home.search import indexing


@contextmanager
def left_alone():
    """Nothing that is saved or published is put into an index."""
    page_published.disconnect(dispatch_uid="home.search.published")
    page_unpublished.disconnect(dispatch_uid="home.search.unpublished")
    backends = {
        name: backend | {"AUTO_UPDATE": False}
        for name, backend in settings.WAGTAILSEARCH_BACKENDS.items()
    }
    try:
        with (
            override_settings(WAGTAILSEARCH_BACKENDS=backends),
            disable_reference_index_auto_update(),
        ):
            yield
    finally:
        indexing.connect()
