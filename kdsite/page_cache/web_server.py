"""The answers that nginx keeps for a second, and shows for an hour while the site is away."""

import os
from collections import deque
from contextlib import suppress

from django.conf import settings

from kdsite.editorial.scheduling.scheduler import every
from kdsite.page_cache import generation

# The last two generations that :func:`forget_what_came_late` has found.
_found = deque(maxlen=2)
# The generation that :func:`forget_what_others_changed` has seen last.
_current = None


def forget():
    """Remove all of them: what was taken down is not shown because the site is away.

    They lie in ``settings.WEB_SERVER_CACHE``; where that is empty, there are none.

    :raises OSError: they cannot be removed.
    """
    if not settings.WEB_SERVER_CACHE:
        return
    with os.scandir(settings.WEB_SERVER_CACHE) as answers:
        for answer in answers:
            # nginx removes them, too.
            with suppress(FileNotFoundError):
                os.unlink(answer.path)


@every(5)
def forget_what_others_changed():
    """Remove what is older than a change that was made on another machine."""
    global _current
    if not settings.WEB_SERVER_CACHE:
        return
    current = generation.read()
    if current != _current:
        forget()
        _current = current


@every(60)
def forget_what_came_late():
    """Remove what was on its way while something was changed, and kept after the others had been
    removed. A request takes less than a minute, so two rounds after each change are enough."""
    if not settings.WEB_SERVER_CACHE:
        return
    current = generation.read()
    if set(_found) != {current} or len(_found) < 2:
        forget()
    _found.append(current)
