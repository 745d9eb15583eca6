"""A test's calls have all their room at once.

Python 3.11 to 3.13 ask the system for the frames of calls 16 KB at a time, and give them back when
the call that needed them returns: where a loop calls across such a border, each round of it does
both. It was a sixth of the time of a test that draws pages. A call that needs more is given twice
as much, up to what it needs, and what is left over is for those within it.
"""

import pytest
from _pytest import runner

# Words of 8 bytes: just above 1 MB, so that 2 MB are asked for; nothing touches them all.
ROOM = 2**17 + 1


def with_room(call, *args):
    """What ``call(*args)`` returns."""
    return call(*args)


with_room.__code__ = with_room.__code__.replace(co_stacksize=ROOM)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """As pytest's own, inside that call."""
    return with_room(runner.pytest_runtest_protocol, item, nextitem)
