"""The comments beside a text: whom they concern, by mail in the place of Wagtail's own, and on
their front page."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth import get_user_model
from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy
from wagtail.models import (
    COMMENTS_RELATION_NAME,
    Comment,
    CommentReply,
    Page,
    PageSubscription,
)

from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import later, tell, telling
from kdsite.editorial.policy import permissions


def tell_of_comments(page, user, changes):
    """To the writers, the editors who work on the page, whoever has commented in the same threads
    and whoever asked for it; never to those who have turned the page's comments off.

    :param changes: as Wagtail's edit view collects them.
    """
    new = changes["new_comments"]
    replies = [reply for _comment, given in changes["new_replies"] for reply in given]
    resolved = changes["resolved_comments"]
    if not (new or replies or resolved):
        return
    threads = {comment.pk for comment, _given in changes["new_replies"]}
    threads |= {comment.pk for comment in resolved}
    key = "+".join(
        f"{kind}{each.pk}"
        for kind, found in (("c", new), ("r", replies), ("d", resolved))
        for each in found
    )[:200]
    said = [each.text for each in (*new, *replies)]
    settled = [each.text for each in resolved]
    later(tell_what_was_said, page, user, sorted(threads), said, settled, key)


@telling(gettext_lazy("Some do not know yet of new comments on “%(title)s”."))
def tell_what_was_said(page, user, threads, said, resolved, key):
    """See :func:`tell_of_comments`.

    :param said: the words of new comments and replies, ``resolved`` those of what was settled.
    """
    page = Page.objects.get(pk=page)
    tell(
        "comments",
        _recipients(page, threads),
        key=key,
        page=page,
        by=recipients.account(user),
        said=said,
        resolved=resolved,
    )


def _recipients(page, threads):
    follows = PageSubscription.objects.filter(page_id=page.pk)
    wanted = dict(follows.values_list("user_id", "comment_notifications"))
    in_threads = get_user_model().objects.filter(
        Q(comment_replies__comment_id__in=threads)
        | Q(**{f"{COMMENTS_RELATION_NAME}__pk__in": threads})
    )
    asked = get_user_model().objects.filter(
        pk__in=[user_id for user_id, is_on in wanted.items() if is_on]
    )
    found = {
        *recipients.writers(page),
        *recipients.who_work_on(page),
        *in_threads,
        *asked,
    }
    return [person for person in found if wanted.get(person.pk, True)]


def follow(request, page):
    """Whoever opens a page in the editor hears of its comments until they say otherwise there; Wagtail
    would write down at once that they do not want to (hook ``before_edit_page``)."""
    PageSubscription.objects.get_or_create(
        page_id=page.pk, user=request.user, defaults={"comment_notifications": True}
    )


@dataclass
class ToAnswer:
    """A page on which ``count`` comments wait for an answer of this person."""

    page: Page
    count: int


def to_answer(user):
    """The :class:`ToAnswer` of each page that concerns ``user``: threads that are open, and in which
    the last word is not theirs. As many queries for many pages as for one."""
    last_reply = CommentReply.objects.filter(comment=OuterRef("pk"))
    last_reply = last_reply.order_by("-created_at", "-pk").values("user_id")[:1]
    comments = (
        Comment.objects.filter(resolved_at=None, page__in=_concerning(user))
        .annotate(last_by=Coalesce(Subquery(last_reply), F("user_id"), **_ID))
        .exclude(last_by=user.pk)
        .select_related("page__latest_revision", "page__locale")
        .order_by("page__latest_revision_created_at", "page_id")
    )
    found = [
        (page, sum(_is_in_place(comment) for comment in given))
        for page, given in groupby(comments, key=lambda comment: comment.page)
    ]
    return [ToAnswer(page, count) for page, count in found if count]


_ID = {"output_field": BigIntegerField()}


def _concerning(user):
    """Pages that ``user`` sees and writes, works on or follows; of an editor also those that no
    editor works on. Not those whose comments they have turned off."""
    follows = PageSubscription.objects.filter(page=OuterRef("pk"), user=user)
    mine = Q(owner=user) | permissions.names_as_author(user)
    mine |= Exists(follows.filter(comment_notifications=True))
    mine |= Exists(recipients.work_by([user]))
    if permissions.is_editor(user):
        mine |= ~Exists(recipients.work_by(recipients.all_editors()))
    off = Exists(follows.filter(comment_notifications=False))
    pages = permissions.EditorialPagePolicy(Page).explorable_instances(user)
    return pages.filter(mine & ~off).values("pk")


def _is_in_place(comment):
    """Is what it is about still there? The editor shows no comment on a block that is gone."""
    revision = comment.page.latest_revision
    field, *block = comment.contentpath.split(".")
    return bool(revision) and all(
        part in str(revision.content.get(field)) for part in block[:1]
    )
