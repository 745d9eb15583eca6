"""Finds dates as they are written in Finland, and lines that hold only a date."""

import datetime
import re
from dataclasses import dataclass

FINNISH = [
    "tammi",
    "helmi",
    "maalis",
    "huhti",
    "touko",
    "kesä",
    "heinä",
    "elo",
    "syys",
    "loka",
    "marras",
    "joulu",
]
SWEDISH = [
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
]
MONTHS = {f"{name}kuuta": number for number, name in enumerate(FINNISH, 1)}
MONTHS |= {name: number for number, name in enumerate(SWEDISH, 1)}
YEAR = r"((?:19|20)\d\d)"
NUMERIC = rf"(?<![\d.–-])(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{YEAR}(?!\d)"
IN_WORDS = (
    rf"(?<![\d.–-])(?:den\s+)?(\d{{1,2}})\.?\s+({'|'.join(MONTHS)})\s+{YEAR}(?!\d)"
)
ISO = rf"(?<![\d-]){YEAR}-(\d\d)-(\d\d)(?![\d-])"
DATE = re.compile(f"{NUMERIC}|{IN_WORDS}|{ISO}", re.IGNORECASE)
LABEL = re.compile(
    r"\W*(?:(?:julkaistu|julkaisupäivä|kirjoitettu|päivämäärä|pvm|päiväys"
    r"|publicerad|publicerat|publiceringsdatum|datum|skrivet)\s*:?\s*)?"
    r"(?:(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)(?:na)?"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?,?\s*",
    re.IGNORECASE,
)
TIME = re.compile(r",?\s*(?:klo|kl\.?)\s*\d{1,2}(?:[.:]\d\d)?\.?", re.IGNORECASE)
LONGEST = 100


@dataclass(frozen=True)
class FoundDate:
    """A date, and where it begins and ends in the text."""

    value: datetime.date
    start: int
    end: int


def find_dates(text):
    """Every date in ``text``, in order; 31.2.2018 is none, because the day does not exist."""
    found = []
    for match in DATE.finditer(text):
        try:
            found.append(FoundDate(_value(match), match.start(), match.end()))
        except ValueError:
            continue
    return found


def _value(match):
    day, month, year, word_day, word, word_year, iso_year, iso_month, iso_day = (
        match.groups()
    )
    if year:
        return datetime.date(int(year), int(month), int(day))
    if word_year:
        return datetime.date(int(word_year), MONTHS[word.lower()], int(word_day))
    return datetime.date(int(iso_year), int(iso_month), int(iso_day))


def date_line(text):
    """``(date, has it a time)`` for a line that holds a date and no words of its own."""
    dates = find_dates(text) if len(text) <= LONGEST else []
    if len(dates) != 1:
        return None
    before, after = text[: dates[0].start], text[dates[0].end :]
    if not LABEL.fullmatch(before):
        return None
    if not after.strip(" .\u00a0"):
        return dates[0].value, False
    return (dates[0].value, True) if TIME.fullmatch(after.rstrip()) else None


def without_edge_date(text):
    """``text`` without the date at its beginning or end, and that date or ``None``."""
    for date in find_dates(text):
        before, after = text[: date.start], text[date.end :]
        if not after.strip(" .)\u00a0"):
            return before.rstrip(" \u00a0,–—-|/("), date.value
        if LABEL.fullmatch(before):
            return after.lstrip(" \u00a0,:–—-|/"), date.value
    return text, None
