"""Long words may be parted on a phone; machines and search get them whole."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kdsite.languages import lemmas
from kdsite.languages.hyphenated_html import hyphenated_html
from kdsite.languages.hyphenation import SOFT, hyphenated
from tests.support.dictionaries import Broken
from tests.support.factories import make_post
from tests.support.helpers import publish

pytestmark = [pytest.mark.each_dictionary, pytest.mark.hyphenated]


@pytest.mark.by_lemmas
@pytest.mark.parametrize(
    ("word", "parted", "language"),
    [
        ("kuntademokratiaverkosto", "kunta|demokratia|verkosto", "fi"),
        ("Osallisuuskoordinaattori", "Osallisuus|koordi|naattori", "fi"),
        ("osallisuusohjelmassa", "osallisuus|ohjelmassa", "fi"),
        ("välfärdsområdesfullmäktige", "välfärds|områdes|fullmäktige", "sv"),
        ("tillgänglighetsutlåtande", "tillgäng|lighets|utlåtande", "sv"),
        ("demokratia", "demokratia", "fi"),
        ("kommunfullmäktige", "kommun|fullmäktige", "sv"),
        ("ungdomsfullmäktiges", "ungdoms|fullmäktiges", "sv"),
        ("vuorovaikutussuunnitelmakokonaisuus", "vuoro|vaikutus|suunnitelma|kokonaisuus", "fi"),
        ("bildbeskrivning", "bild|beskrivning", "sv"),
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


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("framställning", "fram|ställning"),
        ("administrationen", "admini|strationen"),
        ("överraskningen", "överrask|ningen"),
    ],
)
def test_swedish_syllables(word, parted, monkeypatch):
    """What begins a word together stays together."""
    monkeypatch.setitem(lemmas.load(), "sv", Broken())
    assert hyphenated(word, "sv").replace(SOFT, "|") == parted


@pytest.mark.parametrize(
    "address",
    [
        "koordinaattori@kuntademokratiaverkosto.fi",
        "https://kuntademokratiaverkosto.fi/kirjoituksia",
        "www.kuntademokratiaverkosto.fi",
    ],
)
def test_an_address_stays_whole(address):
    """It is copied as it stands."""
    lemmas.load()
    assert hyphenated(f"Kirjoita: {address}", "fi") == f"Kirjoita: {address}"


def test_each_word_of_a_page_is_parted_as_in_its_language():
    """Words only: neither attributes nor fields nor scripts; of a third language nothing."""
    lemmas.load()
    fi, sv = "kuntademokratiaverkosto", "kommunfullmäktige"
    parted_fi, parted_sv = hyphenated(fi, "fi"), hyphenated(sv, "sv")
    assert SOFT in parted_fi and SOFT in parted_sv
    page = (
        f'<p title="{fi} >">{{fi}} <i lang="sv">{{sv}} <i>{{sv}}</i><br>{{sv}}</i> {{fi}}</p>'
        f"<!-- {fi} --><svg><path/><g>{fi}</g></svg><textarea>{fi}</textarea>"
        f'<script>"<p>{fi}"</script><p lang="en">{fi}</p><p>{{fi}}</p>'
    )
    whole, parted = (
        page.format(fi=fi, sv=sv),
        page.format(fi=parted_fi, sv=parted_sv),
    )
    assert hyphenated_html(whole, "fi") == parted


@given(st.text("<>/!-\"'= apilng", max_size=60))
def test_any_mark_up_keeps_its_letters(html):
    lemmas.load()
    assert hyphenated_html(html, "fi").replace(SOFT, "") == html


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
def test_only_what_is_read_is_parted(people):
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
    assert body.count(parted) >= 3
    assert f"subject={long}" in body
    for address in ("/fi/atom.xml", "/sitemap.xml"):
        assert SOFT not in Client().get(address).content.decode()
