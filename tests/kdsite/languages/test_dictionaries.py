"""The dictionaries of search: loaded once, before the first request; stems where there are none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from kdsite.languages import finnish, lemmas
from tests.support.dictionaries import Broken

pytestmark = pytest.mark.indexed

WITHOUT = "import sys; sys.modules |= dict.fromkeys(['libvoikko', 'pyvoikko', 'simplemma.strategies']); "


def python(code):
    """A fresh process, as a server starts one."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(settings.BASE_DIR),
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "kdsite.settings.test"},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_a_server_has_them_before_its_first_request():
    """gunicorn and runserver both begin at kdsite/wsgi.py; other commands load nothing."""
    result = python(
        "import kdsite.wsgi; from kdsite.languages import lemmas; assert lemmas.is_loaded()"
    )
    assert result.returncode == 0, result.stderr
    result = python(
        "import django; django.setup(); from kdsite.languages import lemmas; assert not lemmas.is_loaded()"
    )
    assert result.returncode == 0, result.stderr


def test_the_scheduler_has_them_from_its_first_round():
    """It does not grow with the first release, which does not wait for them either."""
    result = python(
        "import django; django.setup(); from kdsite.languages import lemmas; "
        "from kdsite.editorial.scheduling.scheduler import JOBS; "
        "[job() for job, _ in JOBS if job.__name__ == 'load_dictionaries']; "
        "assert lemmas.is_loaded()"
    )
    assert result.returncode == 0, result.stderr


def test_they_are_loaded_once():
    """Whoever asks gets the same."""
    assert lemmas.load() is lemmas.load()


def test_a_machine_without_them_starts_and_says_so_once(tmp_path):
    """And finds by stems."""
    result = python(
        WITHOUT + "from pathlib import Path; from django.conf import settings; "
        f"settings.WORD_LISTS = Path({str(tmp_path)!r}); "
        "import kdsite.wsgi; from kdsite.languages import lemmas; lemmas.load(); "
        "fi = [set(lemmas.terms(w, 'fi')) for w in ('kaupungissa', 'kaupungista')]; "
        "sv = [set(lemmas.terms(w, 'sv')) for w in ('kommunernas', 'kommun')]; "
        "assert fi[0] & fi[1] and sv[0] & sv[1], (fi, sv); "
        "lemmas.sought('paatos', 'fi'), lemmas.sought('rad', 'sv')",
    )
    assert result.returncode == 0, result.stderr
    said = [line for line in result.stderr.splitlines() if "no dictionary" in line]
    assert len(said) == 2
    assert "Finnish" in said[0] and "Swedish" in said[1]


@pytest.mark.by_lemmas
@pytest.mark.each_dictionary
@pytest.mark.parametrize(
    ("word", "lemma"),
    [("kunnissa", "kunta"), ("veden", "vesi"), ("luvun", "luku"), ("osallisuuden", "osallisuus"),
     ("osallistumisen", "osallistuminen"), ("osallistumisen", "osallistua"),
     ("päätöksentekoa", "päätöksenteko"), ("päätöksentekoa", "päätös"), ("vapaa-ajan", "vapaa-aika"),
     ("nuoremmille", "nuori"), ("Helsingissä", "helsinki"), ("järjestämisessä", "järjestäminen"),
     ("osallistumispalkkio", "osallistuminen"), ("haastateltu", "haastatella"),
     ("suomenkielistä", "suomenkielinen"), ("yliopistossa", "yliopisto"), ("yliopistot", "opisto"),
     ("korkeakoulujen", "koulu"), ("tilastokeskuksen", "tilastokeskus"), ("oppilaitoksia", "oppilaitos"),
     ("yövuoro", "yö"), ("linja-autolla", "linjaauto")],
)  # fmt: skip
def test_finnish_forms_lead_to_their_lemmas(word, lemma):
    """Cases, derived words and compounds."""
    assert lemma in lemmas.terms(word, "fi")


@pytest.mark.by_lemmas
@pytest.mark.each_dictionary
@pytest.mark.parametrize(
    ("word", "lemma"),
    [("kuullaan", "kuu"), ("silloin", "silta"), ("ja", "*ja"), ("etäkokous", "etä"), ("työllä", "ö"),
     ("haastateltu", "haastattaa"), ("puheenjohtaja", "johtaa")],
)  # fmt: skip
def test_finnish_words_are_not_taken_for_others(word, lemma):
    """A rare reading does not count where there is a plain one, nor a part that is no word."""
    assert lemma not in lemmas.terms(word, "fi")


@pytest.mark.by_lemmas
@pytest.mark.each_dictionary
@pytest.mark.parametrize(
    ("word", "lemma"),
    [("kommunernas", "kommun"), ("böcker", "bok"), ("besluten", "beslut"), ("byarna", "by"),
     ("medborgarbudgeten", "budget"), ("medborgarbudgeten", "medborgare"),
     ("närdemokratin", "demokrati"), ("skolvägar", "skola"), ("äldrerådets", "råd"),
     ("lagar", "lag"), ("händer", "hand"), ("regler", "regel"), ("bestämde", "bestämma"),
     ("drog", "dra"), ("distansmötena", "distansmöte"), ("byaföreningen", "by"),
     ("förvaltningslagen", "lag"), ("beslutsfattare", "beslut"), ("kartenkät", "karta"),
     ("Kajanders", "kajander")],
)  # fmt: skip
def test_swedish_forms_lead_to_their_lemmas(word, lemma):
    """Inflection and compounds."""
    assert lemma in lemmas.terms(word, "sv")


@pytest.mark.by_lemmas
@pytest.mark.each_dictionary
@pytest.mark.parametrize(
    ("word", "lemma"),
    [("ska", "skola"), ("förslaget", "lag"), ("glassen", "glas"), ("förvaltningslagen", "slag"),
     ("kontakter", "ko"), ("morgon", "mor"), ("intresserat", "rad"), ("svar", "svara")],
)  # fmt: skip
def test_swedish_words_are_not_taken_for_others(word, lemma):
    """Small words have no lemma, and a form is parted as what it is a form of."""
    assert lemma not in lemmas.terms(word, "sv")


@pytest.mark.by_lemmas
@pytest.mark.each_dictionary
@pytest.mark.parametrize(
    ("query", "word", "language"),
    [("äldre", "äldsta", "sv"), ("gammal", "äldre", "sv"), ("koppar", "koppen", "sv"),
     ("förslagen", "förslaget", "sv"), ("Hämärin", "Hämäri", "fi"), ("raatilaisten", "raatilainen", "fi"),
     ("kansalais", "kansalaisen", "fi"), ("äänestäneet", "äänesti", "fi"), ("linjaauto", "linja-autot", "fi"),
     ("kunta-demokratia", "kuntademokratian", "fi"), ("ylämononen", "Ylä-Mononen", "fi")],
)  # fmt: skip
def test_a_query_finds_other_forms(query, word, language):
    """Of its word, of a name that no dictionary has, with a hyphen and without."""
    assert lemmas.sought(query, language).keys() & lemmas.terms(word, language).keys()


@pytest.mark.by_lemmas
@pytest.mark.each_dictionary
@pytest.mark.parametrize(
    ("query", "word", "language"),
    [("äldre", "gammal", "sv"), ("svar", "svarade", "sv"), ("osallistuminen", "osallistui", "fi")],
)  # fmt: skip
def test_a_query_does_not_find_what_was_not_meant(query, word, language):
    """Who asks for äldre (the elderly) does not ask for what is old."""
    assert not (
        lemmas.sought(query, language).keys() & lemmas.terms(word, language).keys()
    )


@pytest.mark.each_dictionary
@pytest.mark.parametrize(
    "word", ["yliopisto", "korkeakoulu", "Tilastokeskus", "xyzzyx", "rådhus"]
)
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_word_is_found_as_it_stands(word, language):
    """Whether there is a dictionary or not, and whether it knows the word."""
    for query in (word, word.upper()):
        assert lemmas.sought(query, language)[word.lower()] == lemmas.SAME
    assert lemmas.terms(word, language)[word.lower()] == lemmas.SAME


@pytest.mark.each_dictionary
@given(
    st.one_of(
        st.text(max_size=80), st.text("akntuslioyäöåÄ-'’:09İßǅ\u0308 ", max_size=80)
    ),
    st.sampled_from(["fi", "sv"]),
)
def test_no_text_is_too_odd(text, language):
    """Each of its words has terms, by which a query of the same word finds it."""
    for match in lemmas.words(lemmas.clean(text)):
        terms = lemmas.terms(match[0], language)
        assert "" not in terms
        assert terms.keys() & lemmas.sought(match[0], language).keys()


def test_what_is_not_explained_has_the_lemma_that_is_given(monkeypatch):
    """Voikko may give a word's base form and no more, or not even that."""
    known = {"raatien": [{"BASEFORM": "Raati"}], "xyzzyx": [{"CLASS": "nimi"}]}
    speaker = finnish.Finnish(lambda word: finnish.outputs(word, known.get(word, [])))
    monkeypatch.setattr(lemmas, "_languages", {"fi": speaker})
    assert lemmas.terms("raatien", "fi").keys() == {"raatien", "raati"}
    assert "xyzzyx" in lemmas.terms("xyzzyx", "fi")


def test_a_query_that_the_dictionary_fails_on_is_searched_as_it_stands(
    monkeypatch, caplog
):
    """And the log says why, but not what was searched for; once the dictionary is whole, it is
    asked again."""
    monkeypatch.setattr(lemmas, "_languages", {"fi": Broken()})
    assert lemmas.sought("Kunnissa", "fi") == {
        "kunnissa": lemmas.SAME,
        "~kunnissa": lemmas.LOOSE,
    }
    assert "the dictionary is broken" in caplog.text
    assert "kunnissa" not in caplog.text.lower()
    with pytest.raises(RuntimeError):
        lemmas.terms("kunnissa", "fi")
    monkeypatch.setattr(lemmas, "_languages", {"fi": finnish.Finnish()})
    assert len(lemmas.sought("Kunnissa", "fi")) > 2


def test_a_dictionary_that_cannot_be_read_makes_room_for_the_next(monkeypatch, caplog):
    """The server starts, and the log says why."""

    def torn():
        raise ValueError("the file is torn")

    monkeypatch.setattr(finnish, "debian", torn)
    monkeypatch.setattr(finnish, "pip", lambda: len)
    assert finnish.find_dictionary() is len
    assert "the file is torn" in caplog.text
    monkeypatch.setattr(finnish, "pip", torn)
    assert finnish.find_dictionary() is None
