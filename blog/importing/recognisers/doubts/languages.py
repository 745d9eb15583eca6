"""Asks where a text does not seem to be in its language."""

import re

from django.utils.translation import gettext as _

COMMON = {
    "fi": {"ja", "on", "ei", "että", "se", "myös", "kun", "ovat", "olla", "mutta"},
    "sv": {"och", "är", "att", "det", "som", "en", "inte", "för", "med", "vi"},
}
ENOUGH = 5


def check_language(texts, language, report):
    """Ask if the text has far more common words of the other language than of ``language``."""
    words = re.findall(r"\w+", " ".join(texts).lower())
    counts = {
        code: sum(word in common for word in words) for code, common in COMMON.items()
    }
    other = max(counts, key=counts.get)
    expected = counts.get(language, 0)
    if other == language or counts[other] < ENOUGH or counts[other] < 3 * expected:
        return
    if other == "sv":
        report.ask(_("The text seems to be in Swedish: is that right?"))
    else:
        report.ask(_("The text seems to be in Finnish: is that right?"))
