"""Words of offices, and what people say for them.

Few, and only those for which there is a plainer word nearly everywhere. Kotus (the Institute for the
Languages of Finland) keeps longer lists of Finnish ones, Språkrådet's Svarta listan of Swedish ones.
"""

import re

# By lemma; more than one word: as written.
FI = {
    "mikäli": "jos",
    "johtuen": "koska, vuoksi",
    "koskien": "…sta, …stä",
    "osalta": "…ssa, …sta",
    "toimesta": "(sano, kuka teki)",
    "taholta": "…lta, …ltä",
    "täten": "näin, siksi",
    "edesauttaa": "auttaa",
    "jalkauttaa": "ottaa käyttöön",
    "implementoida": "ottaa käyttöön",
    "fasilitoida": "ohjata, vetää",
    "priorisoida": "asettaa tärkeysjärjestykseen",
    "suorittaa": "tehdä",
    "hyödyntää": "käyttää",
    "mahdollistaa": "antaa mahdollisuus",
    "problematiikka": "ongelmat",
    "tematiikka": "aiheet",
    "viranhaltijataho": "viranhaltijat",
    "lainsäädännöllinen": "lain, laissa oleva",
    "ohjeistaa": "neuvoa, ohjata",
    "ohjeistus": "ohje",
    "tiimoilta": "…sta, …stä",
    "puitteissa": "…ssa, …lla",
    "tästä johtuen": "siksi",
    "näin ollen": "siksi",
    "kyseessä oleva": "tämä",
    "on tarkoituksenmukaista": "kannattaa",
    "tehdä toimenpiteitä": "toimia",
}
SV = {
    "avseende": "om",
    "beträffande": "om",
    "angående": "om",
    "erhålla": "få",
    "inneha": "ha",
    "erfordra": "behöva",
    "erforderlig": "som behövs",
    "dylik": "sådan",
    "implementera": "införa",
    "samtliga": "alla",
    "ombesörja": "ordna, sköta",
    "nyttja": "använda",
    "tillse": "se till",
    "föreligga": "finnas",
    "medelst": "med",
    "härvidlag": "här",
    "förevarande": "den här",
    "såframt": "om",
    "påvisa": "visa",
    "tillhandahålla": "ge, erbjuda",
    "utgöra": "vara",
    "åvila": "vara någons uppgift",
    "problematik": "problem",
    "vederbörande": "den det gäller",
    "i syfte att": "för att",
    "i enlighet med": "enligt",
    "med anledning av": "för att, på grund av",
    "på basis av": "utifrån",
    "inom ramen för": "i, genom",
    "vidta åtgärder": "göra något, sätta in något",
}
WORDS = {"fi": FI, "sv": SV}
PHRASES = {
    language: re.compile(
        r"\b(?:{})\b".format("|".join(phrase for phrase in words if " " in phrase)),
        re.IGNORECASE,
    )
    for language, words in WORDS.items()
}


def plainer(word, lemmas, language):
    """What people say for ``word``; empty where it is plain enough, or may be: *mahdollista* of
    *mahdollinen*."""
    listed = WORDS[language]
    if word in listed:
        return listed[word]
    if lemmas and all(each in listed for each in lemmas):
        return listed[min(lemmas)]
    return ""


def phrases_in(text, language):
    """The phrases of offices in ``text``, as ``(as written, what people say)``."""
    for match in PHRASES[language].finditer(text):
        yield match[0], WORDS[language][match[0].lower()]
