"""Which names of the list of what is replaced are called while something is done."""

import inspect
import sys
from functools import wraps
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from django.conf import settings
from django.templatetags.static import static
from django.test.signals import template_rendered
from django.urls import reverse
from django.utils.functional import cached_property

from tests.project.upstream import object_of, places

ROOT = Path(settings.BASE_DIR)


class Recording:
    """``with Recording() as recording:`` and then :meth:`not_called`.

    Called is

    - a function: where it ran, or what stands in its place;
    - a method: where one of our classes overrides it, ours; else theirs;
    - a class: where one of ours that inherits from it was made or did something; where there is
      none, it itself;
    - a template: where the one that we put in its place was rendered (one that extends a
      template that is gone cannot be);
    - a script: where its address stands in a page that was :meth:`shown`;
    - what is no code: where somebody has :attr:`seen` it in use.

    Each is replaced by one that notes that it is called. (A profiler would note every call of
    anything, and double the time.)
    """

    def __init__(self):
        self.seen = set()
        self._rendered = set()
        self._pages = []
        self._patch = pytest.MonkeyPatch()

    def __enter__(self):
        template_rendered.connect(self._note_template)
        # All views are loaded with the addresses, and with the views some classes of ours.
        reverse("wagtailadmin_home")
        for name in sorted({name for _ours, names in places() for name in names}):
            if "/" not in name:
                self._watch(name)
        return self

    def __exit__(self, *_error):
        self._patch.undo()
        template_rendered.disconnect(self._note_template)

    def shown(self, response):
        self._pages.append(response.content.decode())

    def not_called(self):
        """A sentence for each name that was not, and for each place of ours that relies on it."""
        return [
            f"{name} is no longer called, and {ours} relies on it"
            for ours, names in places()
            for name in names
            if not self._is_called(ours, name)
        ]

    def _is_called(self, ours, name):
        if name.endswith(".html"):
            return str(ROOT / ours) in self._rendered
        if name.endswith(".js"):
            address = static(name.partition("/static/")[2])
            return any(address in page for page in self._pages)
        return name in self.seen

    def _note_template(self, template, **_kwargs):
        self._rendered.add(template.origin.name)

    def _watch(self, name):
        owner, found = object_of(name)
        if inspect.isclass(found):
            for cls in _ours(found) or [found]:
                functions = [
                    k for k, v in vars(cls).items() if isinstance(v, FunctionType)
                ]
                for attribute in {"__init__", *functions}:
                    self._watch_attribute(cls, attribute, name, cls)
        elif owner:
            attribute = name.rpartition(".")[2]
            for cls in _overriding(owner, attribute) or [owner]:
                self._watch_attribute(cls, attribute, name, owner)
        elif isinstance(found, FunctionType):
            watched = self._noting(found, name)
            for module in [m for m in sys.modules.values() if type(m) is ModuleType]:
                for each in [k for k, v in vars(module).items() if v is found]:
                    self._patch.setattr(module, each, watched)

    def _watch_attribute(self, cls, attribute, name, of):
        """Watch what ``cls`` has or inherits, where it is called on an instance of ``of``."""
        found = inspect.getattr_static(cls, attribute)
        if isinstance(found, cached_property):
            self._patch.setattr(found, "func", self._noting(found.func, name, of))
            return
        if isinstance(found, property):
            watched = property(self._noting(found.fget, name, of))
        elif isinstance(found, classmethod):
            watched = classmethod(self._noting(found.__func__, name))
        elif isinstance(found, staticmethod):
            watched = staticmethod(self._noting(found.__func__, name))
        elif callable(found):
            watched = self._noting(found, name, of)
        else:
            return
        self._patch.setattr(cls, attribute, watched)

    def _noting(self, function, name, of=None):
        @wraps(function)
        def noting(*args, **kwargs):
            if of is None or isinstance(args[0], of):
                self.seen.add(name)
            return function(*args, **kwargs)

        return noting


def _ours(cls):
    """All classes of ours that inherit from ``cls``."""
    found = []
    for each in type.__subclasses__(cls):
        if _is_ours(each):
            found.append(each)
        found += _ours(each)
    return found


def _overriding(owner, attribute):
    """The classes of ours in which those that inherit from ``owner`` find ``attribute``."""
    found = {
        next(base for base in cls.__mro__ if attribute in vars(base))
        for cls in _ours(owner)
    }
    return [cls for cls in found if _is_ours(cls)]


def _is_ours(cls):
    return cls.__module__.partition(".")[0] in settings.OWN_PACKAGES
