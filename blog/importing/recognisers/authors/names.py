"""Tells by their form the names of people, their titles and organisations."""

import re

PARTICLES = {"von", "af", "de", "van", "der", "den", "la", "le", "du", "di", "da", "av"}
ORGANISATION = re.compile(
    r"(?:kaupunki|kunta|liitto|yliopisto|ministeriö|virasto|keskus|yhdistys|säätiö"
    r"|verkosto|osasto|yksikkö|hallinto|instituutti|laitos|palvelut|toimisto|seura"
    r"|toimiala|hallitus|valtuusto|neuvosto|lautakunta|akatemia|opisto|koulu|järjestö"
    r"|hyvinvointialue|maakunta|förbundet|förbund|universitetet|universitet|ministeriet"
    r"|verket|avdelningen|enheten|tjänster|nätverket|högskola|högskolan|institutet"
    r"|föreningen|förening|stiftelsen|välfärdsområde|kommun)$",
    re.IGNORECASE,
)
ORGANISATION_WORDS = {"oy", "ab", "oyj", "ry", "rf", "rp", "ky", "tmi", "stad", "ltd"}
TITLE = re.compile(
    r"(?:asiantuntija|päällikkö|johtaja|tutkija|sihteeri|suunnittelija|koordinaattori"
    r"|professori|lehtori|tohtori|valtuutettu|edustaja|jäsen|opiskelija|ministeri"
    r"|dosentti|maisteri|toimittaja|lakimies|juristi|neuvonantaja|neuvoja|neuvos"
    r"|virkamies|tarkastaja|insinööri|esimies|kehittäjä|konsultti|opettaja|rehtori|työntekijä|ohjaaja|vetäjä|arkkitehti"
    r"|direktör|chef|sakkunnig|forskare|sekreterare|planerare|koordinator|professor"
    r"|ledamot|ordförande|rådgivare|jurist|docent|lektor|studerande|tjänsteman|handläggare|utvecklare|ledare)t?$",
    re.IGNORECASE,
)
DEGREES = {
    "FT",
    "VTT",
    "YTT",
    "HTT",
    "KTT",
    "OTT",
    "VTM",
    "YTM",
    "HTM",
    "FM",
    "KTM",
    "OTM",
    "VTL",
    "FD",
    "PD",
    "ED",
    "PM",
}
PLURAL_TITLE = re.compile(r"(?:jat|jät|kot|köt|rit|jit|vot|iat|tut|gare|na|rer|er)$")
INITIAL = re.compile(r"[^\W\d_]\.")
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def is_name(text):
    """Is it two to five words with capitals in front, and neither organisation nor title?"""
    words = text.split()
    if not 2 <= len(words) <= 5 or not _is_name_word(words[0]):
        return False
    if is_organisation(text) or is_title(text):
        return False
    middle = (word in PARTICLES or _is_name_word(word) for word in words[1:-1])
    return all(middle) and _is_name_word(words[-1]) and "." not in words[-1]


def _is_name_word(word):
    if INITIAL.fullmatch(word):
        return word[0].isupper()
    short_capitals = word.isupper() and len(word) <= 3
    return bool(WORD.fullmatch(word)) and word[0].isupper() and not short_capitals


def split_name(name):
    """``(given name, family name, may it be split otherwise)``."""
    words = name.split()
    for index in range(1, len(words) - 1):
        if words[index] in PARTICLES:
            return " ".join(words[:index]), " ".join(words[index:]), False
    initials = sum(bool(INITIAL.fullmatch(word)) for word in words)
    return " ".join(words[:-1]), words[-1], len(words) - initials > 2


def is_organisation(text):
    """Does its last word, or a word like Oy, name an organisation?"""
    words = [word.strip(".,()").lower() for word in text.split()]
    if not words or is_title(text):
        return False
    return bool(ORGANISATION.search(words[-1])) or any(
        word in ORGANISATION_WORDS for word in words
    )


def is_title(text):
    """Does it end in a word for a post, or is it a degree?"""
    words = text.split()
    return bool(words) and (
        text.strip(".") in DEGREES or bool(TITLE.search(words[-1].strip(".,()")))
    )


def is_plural_title(text):
    """May the title belong to several people, as erityisasiantuntijat or planerare may?"""
    return bool(PLURAL_TITLE.search(text.strip(".,")))
