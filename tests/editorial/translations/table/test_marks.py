"""Bold, italics, links and breaks: shown without a tag, read back without trust, and missed."""

import pytest
from wagtail_localize.strings import StringValue, validate_translation_links

from kdsite.editorial.texts.marks import Lack, Mark, lacks, shown, tidied

ORIGINAL = 'Katso <a id="a1">sivu</a> ja <a id="a2">toinen</a>, <b>nyt</b>'


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Se <b>nu", "Se <b>nu</b>"),
        ("Se <strong>nu</strong>", "Se <b>nu</b>"),
        ('Se <a data-link="a1" title="x">sidan</a>', 'Se <a id="a1">sidan</a>'),
        ('Se <a id="a2">den</a>', 'Se <a id="a2">den</a>'),
        ('Se <a data-link="a3">den</a>', "Se den"),
        ('Se <a href="javascript:alert(1)">den</a>', "Se den"),
        ("<a data-link='a1\" onclick=\"x'>den</a>", "den"),
        ('<img src=x onerror="alert(1)">Se', "Se"),
        ("<script>alert(1)</script>Se", "Se"),
        ("Se<!-- <b> -->", "Se"),
        ("<p>Ett</p><p>två</p>", "Ett<br/>två"),
        ("<div>Ett</div>", "Ett"),
        ("Ett<br>", "Ett"),
        ("<b></b><i> </i>Ett", "Ett"),
        ("A &amp; B &lt; C", "A &amp; B &lt; C"),
        ('<span style="font-weight: 700">Ett</span>', "Ett"),
        ("5\u00a0000 €", "5\u00a0000 €"),
    ],
)
def test_a_cell_is_read_without_trust(typed, kept):
    """Only marks that a string may have come in, each closed; only links of the original."""
    found = tidied(typed, ORIGINAL, is_formatted=True)
    assert found == kept
    StringValue.from_translated_html(found)
    validate_translation_links(ORIGINAL, found)


def test_marks_are_those_of_the_original():
    """A text that says ``strong`` is translated with ``strong``."""
    assert tidied("<b>nu</b>", "<strong>nyt</strong>", True) == "<strong>nu</strong>"
    assert tidied("<i>nu</i>", "<em>nyt</em>", True) == "<em>nu</em>"


def test_plain_text_has_no_marks():
    """A title with an angle bracket keeps it; its lines are breaks."""
    assert tidied("<b>A</b> &lt; B", "A", is_formatted=False) == "A &lt; B"
    assert tidied("A<br>B\nC", "A", is_formatted=False) == "A<br/>B<br/>C"


@pytest.mark.parametrize(
    "data", ['Se <b>nu</b> <a id="a1">h&amp;r</a><br/>där', "A &lt;b&gt; B"]
)
def test_what_is_shown_is_read_back_as_it_was(data):
    assert tidied(shown(data), ORIGINAL, is_formatted=True) == data


def test_no_tag_of_a_stored_string_reaches_the_screen():
    """Whatever an older row holds."""
    html = shown('<script>x</script><img src="x"><a id="a1" onclick="x">den</a>')
    assert html == 'x<a data-link="a1" title="">den</a>'


def test_what_is_missing_is_named():
    assert lacks(ORIGINAL, 'Se <a id="a2">den andra</a>') == [
        Lack(Mark.LINK, "sivu", "a1"),
        Lack(Mark.BOLD, "nyt"),
    ]
    assert lacks("a<br/>b", "a b") == [Lack(Mark.BREAK)]
    assert lacks("<em>a</em>", "<i>a</i>") == []
    # A link without words is none that a reader could follow.
    assert lacks('<a id="a1">a</a>', '<a id="a1"></a>b')[0].link == "a1"
