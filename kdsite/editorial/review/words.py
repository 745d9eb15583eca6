"""One function records a word: who, to exactly what they were shown, yes or no."""

from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log

from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.models import DraftAnswer
from kdsite.editorial.models.words import Answer, Way, Word
from kdsite.editorial.page_kinds import is_translation, translation_of
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.texts.translation_strings import changed_since, last_writer


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
    if answer == Answer.YES and role and (reason := why_send_anew(page)):
        raise Conflict(reason)
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
        DraftAnswer.objects.of_authors(page).mark_read()
        log(instance=page, action="editorial.read", user=user, revision=revision)
    elif answer == Answer.YES and role:
        log_approval(page, word)
    return word


def why_send_anew(page):
    """Why nobody can approve the newest version of a translation: its strings are newer. Says who
    changed them, and who does what now; empty where nothing stands in the way."""
    record = translation_of(page) if is_translation(page) else None
    if not record or not changed_since(record, page.get_latest_revision().created_at):
        return ""
    writer = last_writer(record)
    return _(
        "%(name)s has changed strings of the translation “%(title)s” since it was sent. "
        "%(name)s, or another member of the group, must save it as a correction; then somebody "
        "else can approve it."
    ) % {
        "name": get_user_display_name(writer) if writer else "–",
        "title": page.get_admin_display_title(),
    }


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
