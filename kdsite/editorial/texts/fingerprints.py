"""Is a translation current? Its original's strings say so; dates give false alarms."""

import hashlib
import json

from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

# An address is no text that a translation has to follow.
NOT_TEXT = ("slug",)


def strings_of(page):
    """The translatable strings of this version of ``page``, as ``[path, text]`` in order, and
    after them the facts that its translation has to follow."""
    return [
        [segment.path, segment.string.data]
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue) and segment.path not in NOT_TEXT
    ] + page.facts_beside_words()


def fingerprint(strings):
    """A short name for exactly these texts in this order, whatever their paths."""
    texts = json.dumps([text for _path, text in strings], ensure_ascii=False)
    return hashlib.sha256(texts.encode()).hexdigest()


def fingerprint_of(page):
    """:func:`fingerprint` of this version of ``page``."""
    return fingerprint(strings_of(page))
