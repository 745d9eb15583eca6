"""Every text is there in Finnish and in Swedish."""

import re
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import trans_real

ROOT = Path(settings.BASE_DIR)
LANGUAGES = ["fi", "sv"]


def catalogues():
    return sorted((ROOT / "locale").glob("**/*.po"))


@pytest.mark.parametrize("path", catalogues(), ids=lambda p: str(p.relative_to(ROOT)))
def test_catalogues_are_complete(path):
    """Nothing is missing, fuzzy or obsolete, and placeholders agree."""
    catalogue = polib.pofile(str(path))
    assert not catalogue.untranslated_entries()
    assert not catalogue.fuzzy_entries()
    assert not catalogue.obsolete_entries()
    pattern = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
    for entry in catalogue:
        wanted = set(pattern.findall(entry.msgid)) | set(
            pattern.findall(entry.msgid_plural)
        )
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text:
                assert set(pattern.findall(text)) <= wanted, entry.msgid


def test_every_msgid_is_in_the_catalogues(tmp_path):
    """Extracting anew finds nothing that is not translated."""
    import shutil

    copy = tmp_path / "tree"
    shutil.copytree(
        ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "var", "*.mo")
    )
    result = subprocess.run(
        [sys.executable, "manage.py", "makemessages", "-l", "fi", "-l", "sv",
         "--no-location", "--no-wrap"],
        cwd=copy, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    for language in LANGUAGES:
        path = copy / "locale" / language / "LC_MESSAGES" / "django.po"
        catalogue = polib.pofile(str(path))
        left = catalogue.untranslated_entries() + catalogue.fuzzy_entries()
        assert [entry.msgid for entry in left] == []
        assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


# A weekday with its ending: “tiistaina”, “tisdagen”.
INFLECTED = ("%(weekday)s",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_glued_to_another(language):
    """A number or a name that is put into a sentence has a space around it, also in what Wagtail says:
    “Tämäkirjoittaja” was one of its words."""
    glued = re.compile(r"[^\W\d_](%\(\w+\)[sd])|(%\(\w+\)[sd])[^\W\d_]")
    found = {}
    catalogue = trans_real.translation(language)._catalog
    for key in set(catalogue.keys()):
        text = catalogue[key]
        msgid = key[0] if isinstance(key, tuple) else key
        said = {"".join(each) for each in glued.findall(text)} - {*INFLECTED}
        if said and not glued.search(msgid):
            found[msgid] = text
    assert found == {}


# What else Wagtail and wagtail-localize call what is called something here: “tarkistettavana”, “under
# granskning”, “PO-fil”; and “Default”, which is a website's in their Swedish, of how close lines stand.
OTHER_WORDS = {
    "fi": r"tarkast(?!el)",
    "sv": r"moderer|moderation|PO fil|^Standardwebbplats$",
}


@pytest.mark.parametrize("domain", ["django", "djangojs"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_status_has_one_word(language, domain):
    """Also in what Wagtail says, in its screens and in their scripts."""
    catalogue = trans_real.DjangoTranslation(language, domain=domain)._catalog
    other = re.compile(OTHER_WORDS[language], re.IGNORECASE)
    found = {key: catalogue[key] for key in set(catalogue.keys())}
    assert {key: text for key, text in found.items() if other.search(text)} == {}
