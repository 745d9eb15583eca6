"""The labels that writers put before a part of a text: Kirjoittaja, Ingress, Kysymys."""

import re

from blog.importing.html.pieces import join_lines, split_lines
from blog.importing.recognisers.dates import date_line

BYLINE = re.compile(
    r"\W*(?:(?P<several>kirjoittajat|tekstit|skribenter|författarna|authors)"
    r"|kirjoittaja|kirjoittanut|teksti|skribent|text|författare|author)\s*:\s*",
    re.IGNORECASE,
)
LONE_BYLINE = re.compile(
    r"(?:(?P<several>kirjoittajat|skribenter)|kirjoittaja|skribent)\s*:?",
    re.IGNORECASE,
)
LEAD = re.compile(r"\W*(?:ingressi|ingress)\s*:\s*", re.IGNORECASE)
TITLE = re.compile(r"\W*(?:otsikko|rubrik)\s*:\s*", re.IGNORECASE)
THIS_POST = (
    r"blogin|kirjoituksen|blogikirjoituksen|blogitekstin|tekstin|jutun|artikkelin"
    r"|vieraskynän|vieraskynäkirjoituksen|kuukauden|viikon|kerran"
)
THIS = r"(?:det\s+här|den\s+här|detta|denna)"
QUESTION_WORDS = rf"""\W{{0,3}}(?:
    (?:(?:tämän|tämänkertaisen|tämänkertainen)\s+)?(?:{THIS_POST})\s+kysymys
    |kysymys\s+(?:lukijalle|lukijoille|sinulle|teille)
    |(?:månadens|veckans|bloggens|inläggets|blogginläggets|textens|gästinläggets)\s+fråga
    |frågan\s+(?:i|för)\s+{THIS}\s+(?:inlägg|inlägget|blogginlägg|blogginlägget|bloggen
        |blogg|texten|text|gästinlägget)
    |{THIS}\s+(?:inläggets|bloggens|textens|blogginläggets|inläggs)\s+fråga
    |fråga\s+till\s+(?:läsaren|läsarna|dig|er)
    )(?:\s+(?:on|kuuluu|kuului|lukijoille|är|lyder))?"""
QUESTION = re.compile(
    rf"{QUESTION_WORDS}\s*(?::|[–—-](?=.*\?))\s*",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
BARE_QUESTION = re.compile(QUESTION_WORDS + r"\s*", re.IGNORECASE | re.VERBOSE)


def has_label(line):
    """Does ``line`` begin with the label of a part of the text?"""
    labels = (BYLINE, LEAD, TITLE, QUESTION)
    return any(label.match(line) for label in labels) or bool(
        LONE_BYLINE.fullmatch(line)
    )


def split_at_labels(pieces):
    """The pieces; a paragraph is split before a line with a label, and around a date.

    The date must be all that stands on its line.
    """
    result = []
    for piece in pieces:
        if piece.kind != "paragraph" or len(piece.lines) < 2:
            result.append(piece)
            continue
        groups = []
        after_date = False
        for line in split_lines(piece):
            is_date = date_line(line.text) is not None
            if not groups or is_date or after_date or has_label(line.text):
                groups.append([])
            groups[-1].append(line)
            after_date = is_date
        if len(groups) == 1:
            result.append(piece)
        else:
            result += [join_lines(lines, piece.style) for lines in groups]
    return result
