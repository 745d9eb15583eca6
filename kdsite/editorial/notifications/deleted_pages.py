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
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.texts import translation_strings
from kdsite.editorial.texts.fingerprints import NOT_TEXT, strings_of
from kdsite.editorial.texts.taken_over import taken_over


def page_deleted(sender, instance, **kwargs):
    """Tell who owns, wrote or is named as an author of the page (signal ``pre_delete``)."""
    by = get_active_log_context().user
    if by is None:
        return  # By a command: nobody of the house.
    version = instance.specific.get_latest_revision_as_object()
    savers = instance.revisions.values_list("user", flat=True)
    people = {each.pk for each in recipients.writers(version)} | {*savers}
    record = translation_of(instance)
    if record:
        people |= translation_strings.writers(record)
    people = sorted(people - {None, by.pk})
    if people:
        # The words of a translation stand in its strings: a version has them once they are sent.
        strings = translation_strings.said(record) if record else strings_of(version)
        title = plain(dict(strings).get("title", "")) or version.title
        text = text_of(strings, [] if record else taken_over(version))
        later(tell_of_deletion, None, title, text, people, by.pk, str(uuid4()))


def text_of(strings, facts):
    """The words of ``strings`` but for the title, a paragraph for each, without mark-up; and those of
    the ``facts``, which a translation has from its original."""
    words = [
        plain(text)
        for path, text in strings
        if path not in ("title", *NOT_TEXT) and not path.startswith("bylines.")
    ] + [each.text for each in facts if each.is_value]
    return "\n\n".join(filter(str.strip, words))


def plain(html):
    return unescape(strip_tags(html))


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
