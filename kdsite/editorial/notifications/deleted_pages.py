"""Whose page somebody else has deleted is told at once, and gets the text: nothing that somebody
wrote is lost.

By a signal, so that it holds whichever screen is used, and for what lies below a page.
"""

from html import unescape
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.db.models.signals import pre_delete
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page

from kdsite.editorial.addresses import home_url
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.announcements import connect
from kdsite.editorial.notifications.notify import (
    later,
    tell,
    telling,
    unless_silenced,
)
from kdsite.editorial.texts.fingerprints import strings_of
from kdsite.editorial.texts.taken_over import taken_over


def page_deleted(sender, instance, **kwargs):
    """Tell who owns, wrote or is named as an author of the page (signal ``pre_delete``)."""
    by = get_active_log_context().user
    if by is None:
        return  # By a command: nobody of the house.
    version = instance.specific.get_latest_revision_as_object()
    savers = instance.revisions.values_list("user", flat=True)
    people = {each.pk for each in recipients.writers(version)} | {*savers}
    people = sorted(people - {None, by.pk})
    if people:
        text = text_of(version)
        later(tell_of_deletion, None, version.title, text, people, by.pk, str(uuid4()))


def text_of(version):
    """The words of ``version`` but for its title, a paragraph for each, without mark-up."""
    words = [
        unescape(strip_tags(text))
        for path, text in strings_of(version)
        if path != "title" and not path.startswith("bylines.")
    ] + [each.text for each in taken_over(version) if each.is_value]
    return "\n\n".join(filter(str.strip, words))


@telling(gettext_lazy("Whoever wrote a page does not know yet that it was deleted."))
def tell_of_deletion(page, title, text, people, by, key):
    """See :func:`page_deleted`.

    :param page: ``None``: there is none any more.
    """
    tell(
        "deleted",
        get_user_model().objects.filter(pk__in=people),
        key=key,
        by=recipients.account(by),
        link=home_url(),
        at_once=True,
        title=title,
        text=text,
    )


def listen():
    """Called once, when the apps are ready."""
    connect(pre_delete, Page, unless_silenced(page_deleted), "deleted")
