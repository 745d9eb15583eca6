"""What follows a change: the indexes of search, readers' (:mod:`home.search`) and the admin's, and of
references; pictures, mail."""

from contextlib import contextmanager

import pytest
from django.db.models.signals import post_delete, post_save
from modelsearch import signal_handlers
from modelsearch.index import get_indexed_models
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_published, page_unpublished

from home.search import indexing
from kdsite.editorial.follow_ups import queue


@contextmanager
def left_alone():
    """Nothing that is saved or published is put into an index."""
    page_published.disconnect(dispatch_uid="home.search.published")
    page_unpublished.disconnect(dispatch_uid="home.search.unpublished")
    for model in get_indexed_models():
        post_save.disconnect(signal_handlers.post_save_signal_handler, sender=model)
        post_delete.disconnect(signal_handlers.post_delete_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        indexing.connect()
        signal_handlers.register_signal_handlers()


@contextmanager
def done_at_once():
    """Nothing waits for a commit, in tests that have none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queue, "after_commit", lambda function: function())
        yield
