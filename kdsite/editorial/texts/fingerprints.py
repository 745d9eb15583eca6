"""Is a translation current? What it follows of its original says so; dates give false alarms."""

import hashlib
import json

from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from kdsite.editorial.texts.taken_over import pairs, taken_over

# An address is no text that a translation has to follow.
NOT_TEXT = ("slug",)


def strings_of(page):
    """The translatable strings of this version of ``page``, as ``[path, text]`` in order."""
    return [
        [segment.path, segment.string.data]
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue) and segment.path not in NOT_TEXT
    ]


def followed_of(page):
    """All that the translation of this version of ``page`` has to follow: :func:`strings_of`, and
    after them what it takes over as it stands, such as an author, a picture or where a link leads."""
    return strings_of(page) + pairs(taken_over(page))


def fingerprint(strings):
    """A short name for exactly these texts in this order, whatever their paths."""
    texts = json.dumps([text for _path, text in strings], ensure_ascii=False)
    return hashlib.sha256(texts.encode()).hexdigest()


def fingerprint_of(page):
    """:func:`fingerprint` of this version of ``page``."""
    return fingerprint(followed_of(page))
