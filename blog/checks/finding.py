"""One thing that was found in a text."""

from dataclasses import dataclass

from django.utils.text import Truncator


@dataclass(frozen=True)
class Finding:
    """``sentence`` says what to do, ``where`` quotes the place, ``anchor`` is its id in the editor.

    ``blocks``: what the law on accessible services requires (WCAG 2.2, levels A and AA), and
    that without which there is nothing to publish. Everything else is advice.
    """

    code: str
    sentence: str
    anchor: str
    where: str = ""
    blocks: bool = False


def quoted(text):
    """The beginning of ``text``, long enough to find the place by."""
    return Truncator(" ".join(str(text or "").split())).chars(60)
