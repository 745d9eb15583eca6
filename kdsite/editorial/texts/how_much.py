"""How much one version of a text differs from another, in numbers that people understand."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from wagtail.models import TaskState

from kdsite.editorial.publishing.targets import changed_links
from kdsite.editorial.publishing.unseen import compare
from kdsite.editorial.texts.fingerprints import strings_of
from kdsite.editorial.texts.string_changes import How, changed_strings
from kdsite.editorial.texts.taken_over import pairs, taken_over

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w[\w’'-]*")


@dataclass
class HowMuch:
    """``paragraphs``: how many pieces of the text are new, gone or other; ``words``: how many words
    in them; ``beside``: how many links, and words that the page does not show."""

    paragraphs: int
    words: int
    beside: int = 0


def how_much(before, now):
    """The :class:`HowMuch` between two versions of a page; what only moved is not counted."""
    changes = [
        change
        for change in changed_strings(_text_of(before), _text_of(now))
        if change.how != How.MOVED
    ]
    words = sum(_words(change.before, change.now) for change in changes)
    unseen_words = compare(now.unseen_words(), before.unseen_words())
    links = changed_links(now.leads_to(), before.leads_to(), now.locale)
    beside = len(links) + sum(row.before is not None for row in unseen_words)
    return HowMuch(len(changes), words, beside)


def _text_of(version):
    """Its strings and, such as a date, what else stands in it; links are counted beside."""
    return strings_of(version) + pairs(
        each for each in taken_over(version) if each.is_value
    )


def _words(before, now):
    """A word in the place of another one counts once."""
    old, new = (_WORD.findall(_TAG.sub(" ", text)) for text in (before, now))
    return sum(
        max(a_end - a, b_end - b)
        for tag, a, a_end, b, b_end in SequenceMatcher(
            None, old, new, False
        ).get_opcodes()
        if tag != "equal"
    )


def since_last_time(page, task_state):
    """For whoever is asked to read ``page``. ``again``: it was sent before, and given back or taken back;
    ``much``: what is other now."""
    state = task_state.workflow_state
    earlier = TaskState.objects.filter(
        workflow_state__base_content_type_id=state.base_content_type_id,
        workflow_state__object_id=state.object_id,
        pk__lt=task_state.pk,
    )
    last = earlier.select_related("revision").order_by("-pk").first()
    # What readers have by now was not given back, taken back or made a draft again.
    if last is None or last.revision_id in (None, page.live_revision_id):
        return {"again": False}
    before, now = last.revision.as_object(), task_state.revision.as_object()
    return {"again": True, "much": how_much(before, now)}
