"""A recognised text as somebody has said that it should be written."""

BREAK = "<br/>"
IN_HTML = ("paragraph", "list")


def mended(recognised, mends):
    """``recognised``, each of its texts changed by ``mends``, which take a text and return another."""
    for mend in mends:
        recognised.title = mend(recognised.title)
        recognised.lead = mend(recognised.lead)
        recognised.question = recognised.question and mend(recognised.question)
        for block in recognised.blocks:
            is_html = block["type"] in IN_HTML
            block["value"] = _changed(block["value"], mend, is_html)
    return recognised


def _changed(value, mend, is_html):
    if isinstance(value, dict):
        return {key: _changed(each, mend, is_html) for key, each in value.items()}
    if isinstance(value, list):
        return [_changed(each, mend, is_html) for each in value]
    if not isinstance(value, str):
        return value
    if not is_html:
        return mend(value)
    # A line ends there for whoever looks at it, as it does in plain text.
    return mend(value.replace(BREAK, "\n")).replace("\n", BREAK)
