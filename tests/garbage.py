"""Python looks for garbage rarely, from the first import on: pytest loads this before anything else.

The ORM makes many small objects, and looking through all of Wagtail's each time takes a good part
of the suite's time.
"""

import gc

gc.set_threshold(50_000, 20, 50)


def pytest_collection_finish():
    """Nor does anybody look through what stays to the end."""
    gc.collect()
    gc.freeze()
