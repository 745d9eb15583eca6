"""What a file of ours knows of others: its imports, and the names that Django resolves for it."""

import ast

# The first argument of these names a model or a module.
BY_NAME = {
    "get_model",
    "import_string",
    "import_module",
    "ForeignKey",
    "OneToOneField",
    "ManyToManyField",
    "ParentalKey",
    "ParentalManyToManyField",
}
PACKAGE_OF_LABEL = {
    "editorial": "kdsite.editorial.models",
    "accounts": "kdsite.accounts.models",
}


def imports(path):
    """``(line, dotted name)`` of everything that the file at ``path`` imports anywhere, and of
    every model or module that it names to get at it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            yield from (
                (node.lineno, f"{node.module}.{alias.name}") for alias in node.names
            )
        elif isinstance(node, ast.Call) and node.args:
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            name = node.args[0]
            if called in BY_NAME and isinstance(name, ast.Constant):
                yield node.lineno, _module_of(str(name.value))


def _module_of(name):
    """``blog.BlogPage`` is in ``blog``, ``editorial.Slot`` in ``kdsite.editorial.models``."""
    label, _dot, rest = name.partition(".")
    return f"{PACKAGE_OF_LABEL.get(label, label)}.{rest}"
