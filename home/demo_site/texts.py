"""Reads the demo's text files: TOML between two lines ``+++``, then Markdown."""

import tomllib
from pathlib import Path

import markdown
from bs4 import BeautifulSoup

from kdsite.blocks.surface import in_one_block

FOLDER = Path(__file__).resolve().parent / "content"


def read(path):
    """``(facts, blocks)`` of the text file ``path`` below the demo's folder.

    ``blocks`` are ``(type, value)`` of :class:`kdsite.blocks.story.StoryBlock`, where an image is a
    dict with ``file``, ``alt`` and ``caption``.
    """
    _empty, head, body = (FOLDER / path).read_text("utf-8").split("+++", 2)
    return tomllib.loads(head), blocks(body)


def facts(name):
    """A TOML file of the demo as a dict."""
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def paths(folder, language):
    """The text files of ``folder`` in ``language``, by name."""
    return sorted(
        path.relative_to(FOLDER) for path in (FOLDER / folder).glob(f"*.{language}.md")
    )


def blocks(text):
    """Markdown as ``(type, value)`` pairs, in order."""
    html = markdown.markdown(text.strip(), extensions=["tables", "sane_lists"])
    soup = BeautifulSoup(html, "html.parser")
    return in_one_block(_block(tag) for tag in soup.find_all(recursive=False))


def _block(tag):
    if tag.name in ("h2", "h3"):
        return "heading", {"level": tag.name, "text": tag.get_text()}
    if tag.name in ("ul", "ol"):
        return "list", str(tag).replace("\n", "")
    if tag.name == "blockquote":
        text, _dash, source = tag.get_text().strip().rpartition("— ")
        return "quote", {"text": text.strip(), "source": source.strip()}
    if tag.name == "table":
        rows = [
            [cell.get_text() for cell in row.find_all(["th", "td"])]
            for row in tag.find_all("tr")
        ]
        return "table", {
            "data": rows,
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_caption": "",
        }
    image = tag.find("img")
    if image:
        return "image", {
            "file": image["src"],
            "alt": image["alt"],
            "caption": image.get("title", ""),
        }
    return "paragraph", str(tag)
