"""The words writers put before a part of the text, and where such a line begins."""

from __future__ import annotations

import re

from blog.importing.html.inline import BREAK
from blog.importing.html.pieces import Piece, paragraph, split_piece
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
DETTA = r"(?:det\s+här|den\s+här|detta|denna)"
QUESTION_WORDS = rf"""\W{{0,3}}(?:
    (?:(?:tämän|tämänkertaisen|tämänkertainen)\s+)?(?:{THIS_POST})\s+kysymys
    |kysymys\s+(?:lukijalle|lukijoille|sinulle|teille)
    |(?:månadens|veckans|bloggens|inläggets|blogginläggets|textens|gästinläggets)\s+fråga
    |frågan\s+(?:i|för)\s+{DETTA}\s+(?:inlägg|inlägget|blogginlägg|blogginlägget|bloggen
        |blogg|texten|text|gästinlägget)
    |{DETTA}\s+(?:inläggets|bloggens|textens|blogginläggets|inläggs)\s+fråga
    |fråga\s+till\s+(?:läsaren|läsarna|dig|er)
    )(?:\s+(?:on|kuuluu|kuului|lukijoille|är|lyder))?"""
QUESTION = re.compile(
    rf"{QUESTION_WORDS}\s*(?::|[–—-](?=.*\?))\s*",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
BARE_QUESTION = re.compile(QUESTION_WORDS + r"\s*", re.IGNORECASE | re.VERBOSE)


def begins_part(line: str) -> bool:
    """Whether a new part of the text starts at this line."""
    labels = (BYLINE, LEAD, TITLE, QUESTION)
    return any(label.match(line) for label in labels) or bool(
        LONE_BYLINE.fullmatch(line)
    )


def split_at_labels(pieces: list[Piece]) -> list[Piece]:
    """Parts a paragraph before a line that carries a label, and around a date alone."""
    result = []
    for piece in pieces:
        if piece.kind != "paragraph" or len(piece.lines) < 2:
            result.append(piece)
            continue
        runs: list[list[Piece]] = []
        after_date = False
        for line in split_piece(piece):
            is_date = date_line(line.text) is not None
            if not runs or is_date or after_date or begins_part(line.text):
                runs.append([])
            runs[-1].append(line)
            after_date = is_date
        if len(runs) == 1:
            result.append(piece)
        else:
            result += [joined(run, piece.style) for run in runs]
    return result


def joined(lines: list[Piece], style: str = "") -> Piece:
    """Lines as one paragraph again."""
    return paragraph(BREAK.join(line.html for line in lines), style)
