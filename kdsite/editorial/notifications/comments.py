"""Mail about the comments beside a text, in the place of Wagtail's own."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import COMMENTS_RELATION_NAME, PageSubscription

from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import tell


def tell_of_comments(page, user, changes):
    """To the writers, whoever has commented in the same threads and whoever asked for it;
    never to those who have turned the page's comments off.

    :param changes: as Wagtail's edit view collects them.
    """
    new = changes["new_comments"]
    replies = [reply for _comment, given in changes["new_replies"] for reply in given]
    resolved = changes["resolved_comments"]
    if not (new or replies or resolved):
        return
    threads = {comment.pk for comment, _given in changes["new_replies"]}
    threads |= {comment.pk for comment in resolved}
    tell(
        "comments",
        _recipients(page, threads),
        key="+".join(
            f"{kind}{each.pk}"
            for kind, found in (("c", new), ("r", replies), ("d", resolved))
            for each in found
        )[:200],
        page=page,
        by=user,
        said=[each.text for each in (*new, *replies)],
        resolved=[each.text for each in resolved],
    )


def _recipients(page, threads):
    subscriptions = PageSubscription.objects.filter(page_id=page.pk)
    wanted = dict(subscriptions.values_list("user_id", "comment_notifications"))
    in_threads = get_user_model().objects.filter(
        Q(comment_replies__comment_id__in=threads)
        | Q(**{f"{COMMENTS_RELATION_NAME}__pk__in": threads})
    )
    asked = get_user_model().objects.filter(
        pk__in=[user_id for user_id, is_on in wanted.items() if is_on]
    )
    found = {*recipients.writers(page), *in_threads, *asked}
    return [person for person in found if wanted.get(person.pk, True)]
