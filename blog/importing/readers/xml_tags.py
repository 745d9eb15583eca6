"""Tags of XML by their names alone: a document's namespaces have more than one spelling."""


def name_of(tag):
    """The name of ``tag`` without its namespace."""
    return tag.tag.rpartition("}")[2] if isinstance(tag.tag, str) else ""


def named_like(tag, name):
    """``name`` in the namespace of ``tag``."""
    return f"{tag.tag.rpartition('}')[0]}}}{name}"


def value_of(tag, name="val"):
    """The attribute of ``tag`` called ``name``, whatever its namespace."""
    return next(
        (value for key, value in tag.attrib.items() if key.rpartition("}")[2] == name),
        None,
    )


def child(tag, *names):
    """The tag at the end of the path ``names`` below ``tag``; ``None`` where there is none."""
    for name in names:
        tag = next((each for each in tag if name_of(each) == name), None)
        if tag is None:
            return None
    return tag


def children(tag, *names):
    """What stands in the tag at the end of the path ``names``; nothing where there is none."""
    found = child(tag, *names)
    return [] if found is None else list(found)
