"""Nothing that runs or misleads comes through, and no file keeps the parser busy."""

import io
import re

import pytest

from blog.importing import ImportRefused, read_file, recognise

pytestmark = pytest.mark.usefixtures("untranslated")


def read(data, name="silta.txt"):
    data = data.encode() if isinstance(data, str) else data
    return read_file(io.BytesIO(data), name)


def refusal(data, name):
    with pytest.raises(ImportRefused) as caught:
        read(data, name)
    assert caught.value.message == str(caught.value)
    assert caught.value.message.endswith(".")
    return caught.value.message


def test_nothing_that_runs_comes_through():
    """Scripts, styles, handlers and frames are gone from HTML and from Markdown."""
    evil = (
        "<p onclick='x()' style='color:red'>Teksti</p><script>alert(1)</script>"
        "<style>p{}</style><iframe src='https://example.org'></iframe>"
        "<svg onload=alert(1)></svg><p><img src=x onerror=alert(1)>loppu</p>"
    )
    for name in ("a.html", "a.md"):
        html = read(evil, name).html
        assert "Teksti" in html
        assert not any(word in html for word in ("alert", "style", "onclick", "iframe"))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java&#x73;cript:alert(1)",
        "\u00a0javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
    ],
)
def test_dangerous_links_are_removed_and_reported(address):
    """The text of the link stays, its address is in what was left out."""
    source = read(f'<p>Katso <a href="{address}">tätä</a> nyt.</p>', "a.html")
    assert source.html == "<p>Katso <a>tätä</a> nyt.</p>"
    assert len(source.left_out) == 1
    assert "tätä" in source.left_out[0].why
    block = recognise(source).blocks[0]
    assert block["value"] == "<p>Katso tätä nyt.</p>"


@pytest.mark.parametrize(
    "address", ["https://example.org/", "mailto:a@example.org", "tel:+35891234"]
)
def test_good_links_stay(address):
    """http, https, mailto and tel are what a reader can follow."""
    source = read(f'<p><a href="{address}" target=_blank>x</a></p>', "a.html")
    assert f'<a href="{address}">x</a>' in source.html
    assert source.left_out == []


def test_half_an_address_is_removed_and_reported():
    """An address that only works on another site would lead nowhere."""
    source = read("[liitto](www.example.org) ja [kohta](#osa)", "a.md")
    assert "href" not in source.html
    assert [item.text for item in source.left_out] == ["www.example.org"]


PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAA"
    "AABJRU5ErkJggg=="
)


def test_pictures_in_html():
    """A picture written out in the file is kept; one from elsewhere is reported."""
    source = read(
        f'<p>Teksti<img alt="Vanha silta" src="data:image/png;base64,{PIXEL}"></p>'
        '<p><img alt="Muualla" src="https://example.org/a.png">loppu</p>'
        '<p><img src="import-image:0">ei</p>',
        "oma silta.html",
    )
    assert [(i.name, i.content_type, i.alt) for i in source.images] == [
        ("oma silta-1.png", "image/png", "Vanha silta")
    ]
    assert source.html.count("<img") == 1
    assert len(source.left_out) == 2
    assert "Muualla" in source.left_out[0].text


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("<div>" * 5000 + "x", "a.html"),
        ("<b>x" * 200_000, "a.html"),
        ('<a href="x">' * 20_000 + "x", "a.html"),
        ("<!--" * 20_000, "a.html"),
        ("[" * 20_000, "a.md"),
        ("# o\n" + ">" * 20_000, "a.md"),
        ("\n".join(f"{' ' * 4 * n}- a" for n in range(300)), "a.md"),
        ("<div>" * 2000 + "x" + "</div>\n" * 2000, "a.html"),
        ("a " * 1_000_000, "a.txt"),
    ],
    ids=[
        *("depth", "tags", "links in links", "comments", "brackets"),
        *("quotations in quotations", "lists in lists", "closed tags", "length"),
    ],
)
def test_what_exhausts_the_parser_is_refused(data, name):
    """A file made to keep the parser busy for minutes is refused within seconds."""
    assert re.search("complicated|longer than a post", refusal(data, name))
