"""Collects what a person has to know while a text is being recognised."""

from __future__ import annotations

from blog.importing.recognised import LeftOut

SHOWN = 120


class Report:
    """Two lists in the order they were found; the same question is asked once."""

    def __init__(self, left_out=(), decide=()):
        self.left_out: list[LeftOut] = list(left_out)
        self.decide: list[str] = list(decide)

    def leave_out(self, text: str, why: str) -> None:
        self.left_out.append(LeftOut(text, why))

    def ask(self, question: str) -> None:
        if question not in self.decide:
            self.decide.append(question)


def shown(text: str) -> str:
    """A text short enough to stand inside a question, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"
