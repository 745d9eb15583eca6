"""Reads one line of text as names, titles and organisations."""

import datetime
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from blog.importing.recognised import Byline
from blog.importing.recognisers.authors.names import (
    is_name,
    is_organisation,
    is_plural_title,
    is_title,
    split_name,
)
from blog.importing.recognisers.dates import without_edge_date

AND = re.compile(r"(?<!-)\s+(?:ja|och|sekä|samt|&)\s+")
ASIDE = re.compile(r"\s+[/|–—-]\s+|\s*\(([^()]*)\)")
PHOTOGRAPHER = re.compile(
    r"[\s,;|/–-]+((?:kuvat?|valokuvat?|foto|bild|bilder)\s*:.*)$", re.IGNORECASE
)
# No list of authors is longer.
LONGEST = 1000


@dataclass
class BylineLine:
    """What one line says. ``certain`` is false where it holds only names."""

    authors: list[Byline]
    date: datetime.date | None = None
    questions: list[str] = field(default_factory=list)
    certain: bool = True
    photographer: str = ""

    @property
    def names(self):
        return {author.name for author in self.authors}


def read_byline(text, several=None):
    """The ``BylineLine`` in ``text``, or ``None`` where that does not begin with a name.

    :param several: true after the label Kirjoittajat, false after Kirjoittaja, ``None`` without.
    """
    if len(text) > LONGEST:
        return None
    line = " ".join(text.replace("\u00ad", "").split())
    photographer = PHOTOGRAPHER.search(line)
    if photographer:
        line = line[: photographer.start()]
    line, date = without_edge_date(line)
    line = ASIDE.sub(lambda match: f", {match.group(1) or ''}", line)
    people, questions = _people(line.rstrip(" .,;"), several)
    if not people:
        return None
    authors = []
    for name, *parts in people:
        title, organisation = _title_and_organisation(parts)
        given, family, unsure = split_name(name)
        authors.append(Byline(name, given, family, title, organisation))
        if unsure:
            questions.append(
                _("Is “%(family)s” the whole surname of %(name)s?")
                % {"family": family, "name": name}
            )
    questions += _questions_about_titles(authors)
    certain = date is not None or any(
        is_title(part) or is_organisation(part)
        for _name, *parts in people
        for part in parts
    )
    return BylineLine(
        authors,
        date,
        questions,
        certain,
        photographer.group(1) if photographer else "",
    )


def _people(line, several):
    """``(people, questions)``: each person as a list of the name and what follows it.

    Nobody where a group of the line does not begin with a name.
    """
    groups, questions = _split_at_and(line, several)
    people = []
    for group in groups:
        segments = [part.strip() for part in group.split(",") if part.strip()]
        if not segments or not is_name(segments[0]):
            return [], []
        found, asked = _split_at_commas(segments, several, len(groups) > 1)
        people += found
        questions += asked
    return people, questions


def _split_at_and(line, several):
    """``(groups, questions)``: splits at `ja` or `och` only where a name follows.

    Otherwise the word is part of an organisation's name.
    """
    groups, questions, start = [], [], 0
    for match in AND.finditer(line):
        rest = AND.split(line[match.end() :])[0]
        name, comma, _rest = rest.partition(",")
        if not is_name(name.strip()):
            continue
        before = line[start : match.start()]
        if "," in before and not comma:
            questions.append(_person_or_organisation(name.strip()))
            if several is False:
                continue
        groups.append(before)
        start = match.end()
    return [*groups, line[start:]], questions


def _split_at_commas(segments, several, other_groups):
    """``(people, questions)`` in `A, title, organisation, B, title, organisation`.

    B begins another person only where that is clear.

    :param other_groups: whether the line names people before or after these, with `ja` or `och`.
    """
    if len(segments) > 1 and all(is_name(segment) for segment in segments):
        sure = other_groups or several or len(segments) > 2
        if sure or several is None:
            return [[name] for name in segments], [] if sure else [
                _person_or_organisation(segments[1])
            ]
        return [segments], [_person_or_organisation(segments[1])]
    people, questions = [segments[:1]], []
    for index, segment in enumerate(segments[1:], 1):
        person = people[-1]
        after = segments[index + 1] if index + 1 < len(segments) else ""
        titled = len(person) > 1 and _reads_as_title(person[1])
        if is_name(segment) and titled and _reads_as_title(after):
            if len(person) > 2 or several:
                people.append([segment])
                continue
            questions.append(_person_or_organisation(segment))
        person.append(segment)
    return people, questions


def _reads_as_title(text):
    return is_title(text) or (text[:1].islower() and not is_organisation(text))


def _person_or_organisation(text):
    return _("Is “%(text)s” the name of a person or of an organisation?") % {
        "text": text
    }


def _title_and_organisation(parts):
    """The title comes first; all the rest is the organisation, with its department."""
    titles = 0
    while titles < len(parts) and is_title(parts[titles]):
        titles += 1
    if not titles and parts and _reads_as_title(parts[0]):
        titles = 1
    title, organisation = ", ".join(parts[:titles]), ", ".join(parts[titles:])
    return title or None, organisation or None


def _questions_about_titles(authors):
    """Ask for titles that are missing, or whether one belongs to several people."""
    bare = [author for author in authors if not (author.title or author.organisation)]
    last = authors[-1]
    if bare and last.title and is_plural_title(last.title):
        return [
            _(
                "“%(title)s” stands after the last name only: does it belong to all the authors?"
            )
            % {"title": ", ".join(filter(None, (last.title, last.organisation)))}
        ]
    return [
        _("No title was found for %(name)s: what is it?") % {"name": author.name}
        for author in authors
        if not author.title
    ]
