"""Collects what a person has to know while a text is being recognised."""

from blog.importing.recognised import Choice, LeftOut

LONGEST = 120


class Report:
    """What was left out and what a person has to decide, each in the order it was found.

    :param answers: what somebody has said to a :class:`Choice` before, by its key.
    """

    def __init__(self, left_out=(), decide=(), answers=None):
        self.left_out = list(left_out)
        self.decide = list(decide)
        self.choices = []
        self._answers = answers or {}

    def choose(self, question, kind, text, taken, **values):
        """Ask ``question``, which yes or no answers; the answer, or ``taken`` as long as there is none.

        :param kind: what is done, as one word.
        :param text: what it is about, which ``question`` may name as ``%(text)s``.
        """
        choice = Choice(_filled(question, text, values), kind, text, taken)
        if choice.question not in self.decide:
            self.decide.append(choice.question)
            self.choices.append(choice)
        return self._answers.get(choice.key, taken)

    def ask(self, question, text=None, **values):
        """Ask ``question``; the same one is asked only once.

        :param text: a text of the file that ``question`` names as ``%(text)s``, of any length.
        :param values: what else ``question`` names.
        """
        question = _filled(question, text, values)
        if question not in self.decide:
            self.decide.append(question)

    def leave_out(self, text, why):
        """Say that ``text`` of the file is not in the post, and ``why``."""
        self.left_out.append(LeftOut(text, why))

    def leave_out_address(self, address, why, text=None, **values):
        """Say that ``address``, of any length, is not in the post, and ``why``.

        :param text: the text of the link, which ``why`` names as ``%(text)s``.
        :param values: what else ``why`` names.
        """
        self.leave_out(shorten(address), _filled(why, text, values))


def shorten(text):
    """``text`` on one line, and short enough to stand inside a question."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _filled(sentence, text, values):
    """``sentence`` with its values; without any, a per cent sign in it is only a sign."""
    if text is not None:
        values = values | {"text": shorten(text)}
    return sentence % values if values else sentence
