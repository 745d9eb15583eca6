"""What is checked in the blocks of a text."""

import re

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from blog.checks.finding import Finding, quoted
from kdsite.blocks.surface import NO_HEADING_ABOVE

# Words that say nothing about where a link leads; read alone, as screen readers list links.
EMPTY_WORDS = {
    *("tästä", "tässä", "täältä", "täällä", "tänne", "tämä", "linkki", "lue lisää"),
    *("lisää", "katso tästä", "klikkaa", "klikkaa tästä", "lue lisää tästä"),
    *("här", "klicka", "klicka här", "läs mer", "läs mer här", "mer", "länk", "länken"),
    *("here", "click here", "read more", "more", "link"),
}
FILE_NAME = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)$|_", re.IGNORECASE)
RICH_TEXT = ("text", "paragraph", "list")
HEADINGS = ["h2", "h3"]


def in_blocks(body):
    """Findings of every block of ``body`` (a stream), in the order of the text."""
    if not any(_is_content(block) for block in body):
        yield Finding(
            "empty",
            _("There is no text yet. Write it, or bring a file."),
            "body-root",
            blocks=True,
        )
    has_heading = False
    for block in body:
        for level, words in _headings(block):
            if level == "h3" and not has_heading:
                yield _heading_skipped(block, words)
            has_heading = has_heading or level == "h2"
        yield from RULES.get(block.block_type, _unfinished)(block)


def _is_content(block):
    if block.block_type == "heading":
        return False
    if block.block_type in RICH_TEXT:
        soup = _soup(block)
        for heading in soup.find_all(HEADINGS):
            heading.decompose()
        return bool(soup.get_text(strip=True))
    return True


def _headings(block):
    """Level and words of each heading in ``block``."""
    if block.block_type == "heading":
        yield block.value["level"], block.value["text"]
    elif block.block_type == "text":
        for heading in _soup(block).find_all(HEADINGS):
            yield heading.name, heading.get_text()


def _soup(block):
    return BeautifulSoup(block.value.source if block.value else "", "html.parser")


def _at(block):
    return f"block-{block.id}-section"


def _heading_skipped(block, words):
    return Finding(
        "heading-level",
        str(NO_HEADING_ABOVE),
        _at(block),
        quoted(words),
    )


def _rich_text(block):
    yield from _looks(block)
    for link in _soup(block).find_all("a"):
        words = link.get_text(" ", strip=True).replace("\u00ad", "")
        if " ".join(words.casefold().strip(" .:!>»→…").split()) in EMPTY_WORDS:
            yield Finding(
                "link-text",
                _(
                    "The words of this link do not say where it leads. Name the page or the "
                    "matter instead."
                ),
                _at(block),
                quoted(words),
            )


def _looks(block):
    """What looks like a heading and is none, and the other way round."""
    soup = _soup(block)
    if any(not heading.get_text(strip=True) for heading in soup.find_all(HEADINGS)):
        yield Finding(
            "empty-heading",
            _("A heading is empty. Write it, or take it away."),
            _at(block),
        )
    for paragraph in soup.find_all("p"):
        words = paragraph.get_text(strip=True)
        bold = "".join(each.get_text(strip=True) for each in paragraph.find_all("b"))
        if words and bold == words and words[-1] not in ".!?…”":
            yield Finding(
                "bold-heading",
                _("A paragraph looks like a heading. Make it one."),
                _at(block),
                quoted(words),
            )


def _image(block):
    image = block.value.get("image")
    if image is None:
        yield _gap(block)
    elif not image.decorative and not (image.contextual_alt_text or "").strip():
        yield Finding(
            "image-alt",
            _(
                "A picture has no alternative text. Write what it shows, or mark it as "
                "decoration."
            ),
            _at(block),
            quoted(block.value.get("caption") or image.title),
            blocks=True,
        )
    elif FILE_NAME.search(image.contextual_alt_text or ""):
        yield Finding(
            "image-file-name",
            _(
                "An alternative text looks like the name of a file. Write what the picture shows."
            ),
            _at(block),
            quoted(image.contextual_alt_text),
        )


def _table(block):
    value = block.value or {}
    rows = value.get("data") or []
    if not any(cell for row in rows for cell in row):
        yield _gap(block)
        return
    headers = []
    if value.get("first_row_is_table_header"):
        headers += rows[0]
    if value.get("first_col_is_header"):
        headers += [row[0] for row in rows if row]
    if not any(headers):
        yield Finding(
            "table-header",
            _("A table has no header row. Say that its first row or column is one."),
            _at(block),
            quoted(
                value.get("table_caption") or " · ".join(str(c or "") for c in rows[0])
            ),
            blocks=True,
        )


def _unfinished(block):
    """What the editor's form would ask for; a brought file has not passed it."""
    try:
        block.block.clean(block.value)
    except ValidationError:
        yield _gap(block)


def _gap(block):
    value = block.value or {}
    words = next((v for v in value.values() if isinstance(v, str) and v), "")
    return Finding(
        "unfinished",
        _("Something is missing or too long in this part, or take the part away."),
        _at(block),
        f"{block.block.label}: {quoted(words)}" if words else str(block.block.label),
        blocks=True,
    )


RULES = dict.fromkeys(RICH_TEXT, _rich_text) | {"image": _image, "table": _table}
