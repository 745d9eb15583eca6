"""What the list of replaced names says, and how those names are written in what is installed."""

import ast
import hashlib
import inspect
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from kdsite.editorial.publishing import replaced


def places():
    """``(ours, names)`` for each place of the list."""
    found = []
    for line in re.sub(r"\n {4,}", " ", replaced.__doc__).splitlines():
        if line.startswith("  - "):
            upstream, _colon, names = line[4:].partition(": ")
            found[-1][1].extend(
                [f"{upstream}.{name}" for name in names.split()] or [upstream]
            )
        elif re.fullmatch(r"\w+[./][\w./]+", line):
            found.append((line, []))
    return found


def source_of(name):
    """The text of a file (``package/path``) or of a name in a module (``module.Class.method``).

    Read, not imported: what replaces it is not in its place.

    :raises LookupError: it is not there any more.
    """
    if "/" in name:
        package, _slash, path = name.partition("/")
        file = Path(find_spec(package).origin).parent / path
        if not file.exists():
            raise LookupError(name)
        return file.read_text("utf-8")
    parts = name.split(".")
    module = _module(parts)
    text = Path(module.origin).read_text("utf-8")
    node = ast.parse(text)
    for part in parts[len(module.name.split(".")) :]:
        node = next((each for each in node.body if part in _names(each)), None)
        if node is None:
            raise LookupError(name)
    return ast.get_source_segment(text, node)


def object_of(name):
    """``(class or None, object)`` of a name in a module, as it is now: what replaces it is in its
    place. The class is the one that the name is an attribute of."""
    parts = name.split(".")
    module = _module(parts)
    owner, found = None, import_module(module.name)
    for part in parts[len(module.name.split(".")) :]:
        owner = found if inspect.isclass(found) else None
        found = inspect.getattr_static(found, part)
    return owner, found


def checksum(name):
    return hashlib.sha256(source_of(name).encode()).hexdigest()


def _module(parts):
    for end in range(len(parts) - 1, 0, -1):
        try:
            if spec := find_spec(".".join(parts[:end])):
                return spec
        except ModuleNotFoundError:
            continue
    raise LookupError(".".join(parts))


def _names(node):
    targets = [getattr(target, "id", None) for target in getattr(node, "targets", ())]
    return [getattr(node, "name", None), *targets]
