"""Two translators at one string: the later one is told what the other wrote, and overwrites nothing."""

import hashlib
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import StringTranslation

from kdsite.editorial.exceptions import Conflict


class Overtaken(Conflict):
    """Somebody else has written this string since it was loaded.

    ``token``: of what is there now, for whoever has read it in the sentence.
    """

    def __init__(self, sentence, token):
        super().__init__(sentence)
        self.token = token


def token_of(row):
    """A short name for what a string's translation, or an override, says; of ``None``, too."""
    if row is None:
        return "none"
    return token(row.data)


def token(data):
    """The :func:`token_of` a row that says ``data``."""
    return hashlib.sha256(repr(data).encode()).hexdigest()[:16]


def refuse_if_overtaken(row, seen, user):
    """Refuse where ``row`` says something else than ``user`` has seen, unless it is their own.

    :param row: what is there now, or ``None``.
    :param seen: the token of what was loaded; empty: unknown, so only their own may go.
    :raises Overtaken: with what the other one wrote.
    """
    now = token_of(row)
    if seen == now:
        return
    if row is None:
        if seen:
            raise Overtaken(
                _(
                    "Somebody else has taken this translation away since you opened the page. "
                    "Yours is not saved. Save again, if yours is to stand."
                ),
                now,
            )
        return
    if row.last_translated_by_id == user.pk:
        return
    raise Overtaken(
        _(
            "%(name)s has written here since you opened the page: “%(text)s”. "
            "Yours is not saved. Save again, if yours is to stand."
        )
        % {"name": writer_of(row), "text": shown(row)},
        now,
    )


def writer_of(row):
    """The name of whoever wrote ``row`` last."""
    person = row.last_translated_by
    return get_user_display_name(person) if person else _("Somebody else")


def shown(row):
    """What ``row`` says, as a person reads it."""
    if isinstance(row, StringTranslation):
        return as_text(row.data)
    return str(row.data)


def as_text(data):
    """The words of a string's HTML."""
    return unescape(strip_tags(data))
