"""What is pointed out in the language of a text, and what is not."""

import pytest

from kdsite.languages import advice
from kdsite.languages.advice import Names
from kdsite.languages.sentences import doubled_words, long_sentences, sentences

NAMES = Names(["Pedersören kunta", "Pedersöre", "Hilkka Hämäri", "Kuntaliitto"])


def found(text, language):
    spelt = advice.misspelt_in([text], language, NAMES)
    return {
        each.words: each.instead
        for each in advice.remarks(text, language, NAMES, spelt)
    }


@pytest.mark.parametrize(
    ("text", "language", "word", "meant"),
    [
        ("Asukkaat osalistuvat.", "fi", "osalistuvat", "osallistuvat"),
        (
            "Kysyimme nuorisovaltuutolta.",
            "fi",
            "nuorisovaltuutolta",
            "nuorisovaltuustolta",
        ),
        ("Invånarnas delaktihet ökar.", "sv", "delaktihet", "delaktighet"),
        ("Delaktihet är viktigt.", "sv", "Delaktihet", "Delaktighet"),
        ("Vi behöver ett nätvärk.", "sv", "nätvärk", "nätverk"),
        ("Vi behöver en budjet.", "sv", "budjet", "budget"),
    ],
)
def test_a_misspelt_word_is_named_with_what_is_meant(text, language, word, meant):
    assert meant in found(text, language)[word]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kansalaisraadissa oli esim. 12 asukasta, EU:ssa enemmän.", "fi"),
        ("Pedersöressä ja Hämärin luona kysyttiin, ks. www.kutna.fi/osalistu.", "fi"),
        ("Kirjoita osoitteeseen osalistu@kutna.fi klo 18:ssa.", "fi"),
        ("Medborgarbudgeteringen i Pedersöre, t.ex. byabutiken.", "sv"),
        ("Äldrerådet, vårt medborgarråd och Åbo rf ordnar kvällen kl. 18.", "sv"),
    ],
)
def test_names_compounds_numbers_and_addresses_are_none(text, language):
    assert found(text, language) == {}


def test_a_name_that_is_nearly_a_known_one_is_pointed_out():
    assert found("Kysyimme asiaa, ja Pedrsöre vastasi.", "fi") == {
        "Pedrsöre": ("Pedersöre", "Pedersören")
    }


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Mikäli tilaa on.", "fi", {"Mikäli": ("jos",)}),
        ("Se on mahdollista.", "fi", {}),
        ("Ohjeistuksessa kerrotaan.", "fi", {"Ohjeistuksessa": ("ohje",)}),
        ("I syfte att lyckas.", "sv", {"I syfte att": ("för att",)}),
        ("De erhöll pengar.", "sv", {"erhöll": ("få",)}),
    ],
)
def test_words_of_offices_get_a_plainer_one(text, language, said):
    assert found(text, language) == said


def test_a_sentence_ends_where_a_reader_takes_breath():
    text = "Kokous on 3. tammikuuta, ks. esim. H. Hämärin kirje. Tule! ”Tulen.” Se on 5.3. Silloin."
    assert list(sentences(text)) == [
        "Kokous on 3. tammikuuta, ks. esim. H. Hämärin kirje.",
        "Tule!",
        "”Tulen.",
        "Se on 5.3.",
        "Silloin.",
    ]


def test_a_sentence_of_more_than_30_words_is_long():
    assert list(long_sentences("sana " * 30)) == []
    ((_sentence, count),) = long_sentences("sana " * 31)
    assert count == 31


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("Kunta on on siellä.", ["on on"]),
        ("On on.", ["On on"]),
        ("Bora Bora, kala-ala ala-arvo, 5 5", []),
    ],
)
def test_a_word_twice(text, twice):
    assert list(doubled_words(text)) == twice
