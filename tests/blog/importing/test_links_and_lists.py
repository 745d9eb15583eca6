"""Links and lists in the shapes that Wagtail's editor keeps."""

import pytest

from blog.importing.html.pieces import pieces_of

LINK = '<a href="https://example.org/">'


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (f"<p>a{LINK} </a>b</p>", "a b"),
        (f"<p>a{LINK}<b> </b></a>b</p>", "a<b> </b>b"),
        (f"<p>{LINK}a</a></p>", f"{LINK}a</a>"),
    ],
)
def test_a_link_around_blanks_is_none(html, kept):
    """Nobody could follow it."""
    assert [piece.html for piece in pieces_of(html)] == [kept]


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (
            "<ul><li><ol><li>a</li></ol></li><li>b</li></ul>",
            "<ol><li>a</li></ol><ul><li>b</li></ul>",
        ),
        (
            "<ul><li>a<ul><li><ol><li>b</li></ol></li></ul></li></ul>",
            "<ul><li>a<ol><li>b</li></ol></li></ul>",
        ),
        (
            "<ul><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li></ul>",
            "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>",
        ),
        (
            f"<ul><li>{LINK}a<br>b</a></li></ul>",
            f"<ul><li>{LINK}a</a><br/>{LINK}b</a></li></ul>",
        ),
    ],
)
def test_lists_as_the_editor_has_them(html, kept):
    """An item has words; lists side by side in an item are one; a link ends where its line does."""
    assert [piece.html for piece in pieces_of(html)] == [kept]
