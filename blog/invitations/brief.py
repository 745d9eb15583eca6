"""What a guest is asked for: theme, length, dates, the question, and an example to read."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from blog.models import BlogPage
from community.models import QuestionPage

# What fits one sitting of a reader; the editor beside the text counts the words.
LENGTH = _("400 to 600 words")


def brief_of(invitation, slot):
    """A dict for the templates of an invitation; what is not known is empty.

    :param slot: the one that the guest writes for, or ``None``.
    """
    language = invitation.language
    theme = _in_language(slot and slot.theme_id, language)
    question = _in_language(slot and slot.question_id, language)
    question = question.specific if question else _question(slot, language)
    examples = BlogPage.objects.live().public().filter(locale__language_code=language)
    return {
        "line": invitation.line,
        "theme": theme.title if theme else "",
        "length": LENGTH,
        "question": question.question if question else "",
        "example": examples.exclude(owner=invitation.user).newest_first().first(),
    }


def _in_language(pk, language):
    """The public version in ``language`` of the page with this id, or ``None``."""
    keys = Page.objects.filter(pk=pk).values("translation_key")
    versions = Page.objects.live().filter(locale__language_code=language)
    return versions.filter(translation_key__in=keys).first() if pk else None


def _question(slot, language):
    """The public question of the month in which the slot lies."""
    if slot is None:
        return None
    questions = QuestionPage.objects.live().filter(locale__language_code=language)
    return questions.filter(month=slot.day.replace(day=1)).first()
