"""What a page says in English, or in the other language of the site, instead of its own."""

import functools
import importlib.util
import re
from pathlib import Path

import polib
from django.utils import translation

PACKAGES = ("django", "wagtail", "wagtail_localize")
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\{?\s*\w*\s*\}?\}|%%")
# Names, and what is the same in every language.
NAMES = {"Wagtail", "Django", "URL", "Slug", "ID", "OK", "SEO"}
# What stands in its own language: each language's name, and the title of a page.
THEIR_OWN = {"suomi", "svenska", "Suomeksi", "På svenska", "Blogi", "Blogg"}

# What no translator has seen: pieces that a program has put together. By the language in which they are wrong.
ENGLISH_PIECES = re.compile(
    r"\b(January|February|March|May|June|July|August|October|December|UTC|True|False|None|Root)\b"
)
PIECED_TOGETHER = {
    "fi": (
        # 8 sivut: after a number the noun is bent.
        re.compile(r"(?<![\d.:,–-])\b(?!1 )\d+ [a-zåäö]{3,}t\b"),
        # Lisää Tauko: the name of a model inside a sentence.
        re.compile(
            r"[a-zåäö] (Kirjoitus|Kirjoitukset|Teema|Tauko|Kirjoittaja|Kysymys|Kutsu|Julkaisuaika)\b"
        ),
        ENGLISH_PIECES,
    ),
    "sv": (
        re.compile(
            r"[a-zåäö] (Inlägg|Tema|Paus|Skribent|Fråga|Inbjudan|Publiceringstid)\b"
        ),
        # December is Swedish, too.
        re.compile(
            r"\b(January|February|March|May|June|July|August|October|UTC|True|False|None|Root)\b"
        ),
    ),
}

# What a person can see or hear of the page, open shadow roots included.
TEXTS = """
() => {
  const found = new Set();
  const add = (text) => { text = (text || '').replace(/\\s+/g, ' ').trim(); if (text) found.add(text); };
  const seen = (element) => element.checkVisibility({ checkVisibilityCSS: true });
  const walk = (root) => {
    for (const node of root.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) add(node.textContent);
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|IFRAME)$/.test(node.tagName)) continue;
      if (node.tagName !== 'OPTION' && node.tagName !== 'OPTGROUP' && !seen(node)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-tippy-content']) {
        add(node.getAttribute(name));
      }
      if (node.matches('input[type=submit], input[type=button]')) add(node.value);
      if (node.shadowRoot) walk(node.shadowRoot);
      walk(node);
    }
  };
  walk(document.body);
  add(document.title);
  return [...found];
}
"""


@functools.cache
def messages():
    """The msgids of the installed packages: whole texts, and patterns of those with placeholders."""
    texts, patterns = set(), []
    for package in PACKAGES:
        root = Path(importlib.util.find_spec(package).origin).parent
        for path in root.glob("**/locale/en/LC_MESSAGES/*.po"):
            for entry in polib.pofile(str(path)):
                for msgid in filter(None, (entry.msgid, entry.msgid_plural)):
                    _sort_in(" ".join(msgid.split()), texts, patterns)
    return texts - NAMES, re.compile("|".join(sorted(patterns)))


def _sort_in(msgid, texts, patterns):
    parts = PLACEHOLDER.split(msgid)
    if len(parts) == 1:
        texts.add(msgid)
    elif re.search(r"[^\W\d_]{3}", "".join(parts)):
        patterns.append(".+?".join(re.escape(part) for part in parts))


@functools.cache
def sayings(language):
    """Everything that the catalogues in effect say in ``language``; see :func:`messages`."""
    texts, patterns = set(), []
    for domain in ("django", "djangojs"):
        catalogue = translation.trans_real.DjangoTranslation(language, domain=domain)
        for part in catalogue._catalog._catalogs:
            for text in filter(None, part.values()):
                _sort_in(" ".join(text.split()), texts, patterns)
    return texts, re.compile("|".join(sorted(patterns)))


@functools.cache
def is_english(text, language):
    """Is ``text`` a package's English message, and nothing that the site says in ``language``?"""
    texts, patterns = messages()
    said, said_patterns = sayings(language)
    return bool(
        text not in said
        and re.search("[A-Za-z]{2}", text)
        and (text in texts or patterns.fullmatch(text))
        and not said_patterns.fullmatch(text)
    )


def is_the_other(text, language):
    """Does the site say ``text`` in its other language, and never in ``language``?"""
    (other,) = {"fi", "sv"} - {language}
    return text in said_only_in(other)


@functools.cache
def said_only_in(language):
    """Whole texts, without those that stand in their own language everywhere."""
    (other,) = {"fi", "sv"} - {language}
    return sayings(language)[0] - sayings(other)[0] - THEIR_OWN


def is_pieced_together(text, language):
    """Has a program made ``text`` of pieces that do not fit together in ``language``?"""
    return any(pattern.search(text) for pattern in PIECED_TOGETHER[language])


def foreign_in(page, language):
    """The texts on ``page`` (Playwright's) that are in no ``language`` of the reader's:
    :func:`is_english` of a package, :func:`is_the_other`, or :func:`is_pieced_together`."""
    return {
        text
        for text in _texts_of(page)
        if is_english(text, language)
        or is_the_other(text, language)
        or is_pieced_together(text, language)
    }


def _texts_of(page):
    """Of the whole page: right after a click there may be no body yet."""
    page.wait_for_load_state()
    return page.evaluate(TEXTS)
