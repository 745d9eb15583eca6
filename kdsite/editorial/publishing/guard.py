"""The one door to the public.

Whatever tries to change what readers see (edit view, bulk action, admin API, wagtail-localize,
a script) ends in saving a page's row, so that is where the door stands: a row that is public, or
would become public, is saved only while :func:`publish` holds the door open for that page.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, Revision
from wagtail_localize.models import LocaleSynchronization, Translation

from kdsite.editorial.exceptions import Conflict, NotApproved, Refusal
from kdsite.editorial.models.words import Word
from kdsite.editorial.policy import approval_rule, standing
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.policy.hearing import who_lifts
from kdsite.editorial.publishing import protected_files
from kdsite.editorial.publishing.manifest import (
    BOOKKEEPING,
    check_stored,
    manifest_of,
)


def is_stood_behind(revision):
    """Has anybody said “yes” to these words, and not taken it back?"""
    said = Word.objects.of_page(revision.object_id)
    return any(standing.yes_to(said, revision))


def sign(page, revision, user, moment):
    """Make the newest ``revision`` of ``page`` one that ``user`` saved at this ``moment``."""
    revision.user, revision.created_at = user, moment
    revision.save(update_fields=["user", "created_at"])
    page.latest_revision_created_at = moment
    page.save(update_fields=["latest_revision_created_at"], clean=False)


_publishing = ContextVar("publishing", default=None)
_taking_down = ContextVar("taking_down", default=frozenset())


@contextmanager
def _opened(door, value):
    token = door.set(value)
    try:
        yield
    finally:
        door.reset(token)


def lock_page(page_id):
    """Hold the page and its language versions until the transaction ends.

    Every save and every decision takes this lock first, so they happen one after another; a
    release needs all versions, and takes them in the same order. On SQLite the transaction
    itself (IMMEDIATE) is the lock.

    :returns: the page as it is now.
    :raises Page.DoesNotExist: there is no such page.
    """
    key = Page.objects.filter(pk=page_id).values("translation_key")
    versions = Page.objects.select_for_update().filter(translation_key__in=key)
    for page in versions.order_by("pk"):
        if page.pk == int(page_id):
            return page
    raise Page.DoesNotExist


@transaction.atomic
def publish(revision, user=None):
    """Make ``revision`` public: the page, its log entry and its signals in one transaction.

    :returns: the page as it is now.
    :raises Conflict: a newer revision exists.
    :raises NotApproved: two different people do not stand behind exactly this revision, or its
        author has asked for changes (:func:`.standing.holding`).
    """
    page = lock_page(revision.object_id)
    revision.refresh_from_db(from_queryset=Revision.objects.select_related("user"))
    if page.latest_revision_id != revision.pk:
        raise Conflict(_("There is a newer version of this page. Look at that one."))
    words = Word.objects.of_page(page.pk)
    check_backed(revision, manifest_of(revision), words)
    check_stored(revision)
    if standing.holding(words, revision):
        raise NotApproved(who_lifts(Decision(page.specific, revision)))
    return _execute(revision, user)


def check_backed(revision, manifest=None, words=None):
    """See :func:`.approval_rule.is_backed`.

    :raises NotApproved: two different people do not stand behind exactly this revision.
    """
    if approval_rule.is_backed(revision, manifest, words):
        return
    writer = revision.user
    if writer is not None and not writer.is_active:
        raise NotApproved(
            _(
                "%(name)s saved this text last, and that account is closed, so one person fewer "
                "stands behind it. Open the account again; or take the text back to draft, send "
                "it for review, and let two others approve it."
            )
            % {"name": get_user_display_name(writer)}
        )
    if names := _counted_as_one(revision, manifest, words):
        raise NotApproved(
            _(
                "%(names)s stand behind this text, and count as one person for now: one of them has "
                "invited the other, or the same person has given both another address or role. Take it "
                "back to draft, send it again, and let somebody else approve it."
            )
            % {"names": names}
        )
    raise NotApproved(_("Two people must stand behind a text before it is public."))


def _counted_as_one(revision, manifest, words):
    """The names of the accounts that stand behind it, where they are several and not two people."""
    words = Word.objects.of_page(revision.object_id) if words is None else words
    accounts = {
        standing.last_writer(words, revision, manifest),
        *(word.user for word in standing.that_count(words, revision, manifest)),
    } - {None}
    names = sorted(get_user_display_name(account) for account in accounts)
    return ", ".join(names) if len(names) > 1 else ""


@transaction.atomic
def publish_skeleton(revision):
    """Publish a page that the software itself wrote, on a site nobody can log in to yet.

    The one exception of the rule (moderation.md), for ``create_site``.

    :raises NotApproved: a person wrote it, it has been public before, or there are accounts.
    """
    page = lock_page(revision.object_id)
    people = get_user_model().objects.filter(is_active=True).exists()
    if people or revision.user_id or page.first_published_at or page.owner_id:
        raise NotApproved(
            _("Only a new site's own skeleton pages go public without approval.")
        )
    _execute(revision, None)


def _execute(revision, user):
    action = PublishPageRevisionAction(revision, user=user)
    protected_files.rely_on(action.object, is_public=True)
    # The time of publication is a fact of the calendar, not a field of the text.
    action.object.go_live_at = action.object.expire_at = None
    with _opened(_publishing, action.object.pk):
        action.execute(skip_permission_checks=True)
    return action.object


def taking_down(*pages):
    """A context in which ``pages``, and only they, may stop being public."""
    return _opened(_taking_down, frozenset(page.pk for page in pages))


def check_page(sender, instance, raw=False, update_fields=None, **kwargs):
    """Refuse to save a public row, or to make one, outside the door (signal ``pre_save``)."""
    if raw or not isinstance(instance, Page):
        return
    if instance.alias_of_id:
        raise NotApproved(
            _("This site has no alias pages: they show text nobody approved.")
        )
    public_title = (
        Page.objects.filter(pk=instance.pk, live=True).values_list("title", flat=True)
        if instance.pk is not None
        else ()
    )
    was_live = bool(public_title)
    if update_fields is not None and BOOKKEEPING.issuperset(update_fields):
        if was_live:
            # Lists show this one: a new title is its writer's until it is approved.
            instance.draft_title = public_title[0]
        return
    if not was_live and not instance.live:
        return
    if instance.pk is not None and _publishing.get() == instance.pk:
        return
    if was_live and not instance.live and instance.pk in _taking_down.get():
        return
    raise NotApproved(_("Two people must stand behind a text before it is public."))


def check_delete(sender, instance, **kwargs):
    """Refuse to delete an original that has a translation (signal ``pre_delete``).

    Without its original a translation would pass for one, and another group decide on it.
    """
    if (
        isinstance(instance, Page)
        and Translation.objects.filter(
            source__object_id=instance.translation_key,
            source__locale_id=instance.locale_id,
            target_locale__in=instance.get_translations().values("locale"),
        ).exists()
    ):
        raise Refusal(
            _("“%(title)s” has a translation: delete the translation first.")
            % {"title": instance.title}
        )


def check_revision(sender, instance, raw=False, **kwargs):
    """Refuse to schedule a revision behind the door's back (signal ``pre_save``)."""
    if not raw and instance.approved_go_live_at:
        raise NotApproved(_("Publication follows the calendar, not the edit form."))


def check_tree_sync(sender, instance, raw=False, **kwargs):
    """Refuse wagtail-localize's tree sync: it makes an alias live with every new page."""
    if not raw:
        raise NotApproved(
            _("This site has no alias pages: they show text nobody approved.")
        )


def connect():
    """Stand in the door; called once, when the apps are ready."""
    pre_save.connect(check_page, dispatch_uid="kdsite.guard.page")
    pre_delete.connect(check_delete, dispatch_uid="kdsite.guard.delete")
    pre_save.connect(
        check_revision, sender=Revision, dispatch_uid="kdsite.guard.revision"
    )
    pre_save.connect(
        check_tree_sync, sender=LocaleSynchronization, dispatch_uid="kdsite.guard.sync"
    )
