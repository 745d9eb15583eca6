"""Long words of headings may be parted on a phone; machines and search get them whole."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kdsite.languages import lemmas
from kdsite.languages.hyphenation import SOFT, hyphenated
from tests.support.dictionaries import Broken
from tests.support.factories import make_post
from tests.support.helpers import publish

pytestmark = pytest.mark.each_dictionary


@pytest.mark.by_lemmas
@pytest.mark.parametrize(
    ("word", "parted", "language"),
    [
        ("kuntademokratiaverkosto", "kuntademokratia|verkosto", "fi"),
        ("Osallisuuskoordinaattori", "Osallisuus|koordinaattori", "fi"),
        ("osallisuusohjelmassa", "osallisuus|ohjelmassa", "fi"),
        ("välfärdsområdesfullmäktige", "välfärdsområdes|fullmäktige", "sv"),
        ("tillgänglighetsutlåtande", "tillgänglighets|utlåtande", "sv"),
        ("demokratia", "demokratia", "fi"),
        ("kommunfullmäktige", "kommun|fullmäktige", "sv"),
        ("ungdomsfullmäktiges", "ungdoms|fullmäktiges", "sv"),
        ("vuorovaikutussuunnitelmakokonaisuus", "vuorovaikutus|suunnitelma|kokonaisuus", "fi"),
    ],
)  # fmt: skip
def test_a_compound_is_parted_at_its_seams(word, parted, language):
    """Where its words meet; short words stay whole."""
    assert hyphenated(word, language).replace(SOFT, "|") == parted


@pytest.mark.parametrize(
    "word", ["epäonnistumisestakaan", "x" * 40, "Abcdefghijklmnopqr"]
)
def test_what_has_no_seam_is_parted_by_syllables(word):
    """The letters stay as they are; at least four stand together at either end."""
    parts = hyphenated(word, "fi").split(SOFT)
    assert "".join(parts) == word
    assert all(len(part) >= 4 for part in parts)


def test_an_editors_own_soft_hyphens_are_kept():
    """Whoever sets one decides for the whole text."""
    text = f"kuntademokratia{SOFT}verkosto ja osallisuuskoordinaattori"
    assert hyphenated(text, "fi") == text


@given(
    st.one_of(
        st.text(max_size=80), st.text("akntusieäöåÄ-'’.:İßǅ\u0308 ", min_size=16)
    ),
    st.sampled_from(["fi", "sv"]),
)
def test_any_text_keeps_its_letters(text, language):
    """Whatever an editor writes in a heading."""
    parted = hyphenated(text, language)
    assert parted.replace(SOFT, "") == text.replace(SOFT, "")


def test_a_dictionary_that_fails_parts_by_syllables(monkeypatch, caplog):
    """The page is shown, and the log says which word it was."""
    monkeypatch.setitem(lemmas.load(), "fi", Broken())
    word = "osallisuuskoordinaattori"
    parted = hyphenated(word, "fi")
    assert SOFT in parted and parted.replace(SOFT, "") == word
    assert word in caplog.text and "the dictionary is broken" in caplog.text


@pytest.mark.django_db
def test_only_headings_are_parted(people):
    """Neither the tab, nor what machines read, nor the links for passing a post on."""
    long = "Osallisuuskoordinaattori"
    parted = hyphenated(long, "fi")
    assert SOFT in parted
    body = [
        ("heading", {"text": long, "level": "h2"}),
        ("paragraph", f"<p>{long} kertoo.</p>"),
    ]
    post = make_post(people.writer, title=long, body=body)
    post = publish(post, people.writer, people.editor)
    html = Client().get(post.url).content.decode()
    head, body = html.split("<body>")
    assert SOFT not in head
    assert body.count(parted) >= 2
    assert f"subject={long}" in body
    for address in ("/fi/atom.xml", "/sitemap.xml"):
        assert SOFT not in Client().get(address).content.decode()
