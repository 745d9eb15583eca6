"""What the tests of a module start from: a scene, and the stage on which one of them stands."""

from contextlib import ExitStack

from django.db import transaction
from wagtail.models import Page

from tests.support import snapshot


class Stage:
    """Holds one :class:`Scene` for modules that follow each other and want the same."""

    def __init__(self):
        self.wanted, self.scene, self._open = None, None, ExitStack()

    def show(self, wanted, make):
        """The scene that ``make()`` is the context of, or the one that stands here where it was
        made for the same ``wanted``."""
        if wanted != self.wanted:
            self.clear()
            self.scene = self._open.enter_context(make())
            self.wanted = wanted
        return self.scene

    def clear(self):
        self._open.close()
        self.wanted = self.scene = None


def undone(make):
    """The scene, inside a transaction that is rolled back."""
    with transaction.atomic():
        yield make()
        transaction.set_rollback(True)


def committed(make):
    """The scene, for tests that commit: each finds it as it was made."""
    try:
        made = make()
        snapshot.remember()
        yield made
        snapshot.forget()
    finally:
        snapshot.restore()


class Scene:
    """What all tests of a module start from, made once and undone after them; see :class:`Stage`.

    Each test reads its own objects. Where the module's tests commit, each of them finds the
    scene as it was made; else each has a transaction inside the scene's, and none can commit.
    """

    def __init__(self, media, people, made):
        self.media, self._people, self._made = media, people, made

    def people(self):
        return self._people.again()

    def __getattr__(self, name):
        made = self._made[name]
        if isinstance(made, Page):
            return made.specific_class.objects.get(pk=made.pk)
        return type(made)._default_manager.get(pk=made.pk)
