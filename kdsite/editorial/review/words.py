"""One function records a word: who, to exactly what they were shown, yes or no."""

from django.utils.translation import gettext as _
from wagtail.log_actions import log

from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.models.words import Answer, Way, Word
from kdsite.editorial.page_kinds import is_translation, translation_of
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.texts.translation_strings import changed_since


def record(
    page, answer, shown=None, *, way=Way.REVIEW, role="", user=None, link=None,
    author=None, comment="",
):  # fmt: skip
    """Write down what somebody says of the newest version of ``page``. From then on it is their
    only word on the page. Called under the page's lock, in the caller's transaction.

    :param answer: an :class:`Answer`.
    :param shown: the manifest of what was on their screen (:func:`.manifest_of`), which may hold
        other pages besides; left out where the caller has compared it.
    :param role: in what capacity it counts; empty while it counts for nothing.
    :param user: whose word it is; or, for somebody without an account, ``author`` (a
        :class:`.NamedAuthor`) and the ``link`` by which they said it.
    :returns: the :class:`Word`.
    :raises Conflict: there is something else now than what was shown.
    """
    revision = page.get_latest_revision()
    manifest = manifest_of(revision)
    if shown is not None and manifest not in shown.split():
        raise Conflict(
            _("The text has changed since you opened it. Read the newest version.")
        )
    if answer == Answer.YES and role:
        _check_strings(page, revision)
    word = Word.objects.create(
        page_id=page.pk,
        revision=revision,
        manifest=manifest,
        shown=shown or manifest,
        user=user,
        author_id=None if user else author.page_id,
        author_name="" if user else author.name,
        link=link,
        answer=answer,
        role=role,
        way=way,
        comment=comment,
    )
    if answer == Answer.READ:
        log(instance=page, action="editorial.read", user=user, revision=revision)
    elif answer == Answer.YES and role:
        log_approval(page, word)
    return word


def _check_strings(page, revision):
    """:raises Conflict: strings of a translation are newer than its revision."""
    if is_translation(page) and changed_since(
        translation_of(page), revision.created_at
    ):
        raise Conflict(
            _(
                "Strings of the translation were changed after it was sent. Send it again."
            )
        )


def log_approval(page, word):
    """Write to the page's history that ``word`` counts, in which role, and by whom it was said."""
    data = {"role": word.role, "name": word.author_name, "comment": word.comment}
    if word.link:
        data |= {
            "address": word.link.address,
            "answered": word.created_at.isoformat(),
        }
    log(
        instance=page,
        action="editorial.approve",
        user=word.user,
        revision=word.revision,
        data=data,
    )
