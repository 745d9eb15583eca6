"""Drafts that nobody has written into yet, such as an invitation makes: a file can fill them."""

import json

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin import messages

from blog.models import BlogPage
from kdsite.blocks.surface import is_blank
from kdsite.editorial.releases.waiting import slot_of


def is_empty(post):
    """Has the newest version of ``post`` neither lead nor text, and was none ever public?"""
    if post.first_published_at or not post.latest_revision or post.get_lock():
        return False
    content = post.latest_revision.content
    return not content.get("lead") and is_blank(json.loads(content.get("body") or "[]"))


def empty_drafts(user, locale):
    """The empty drafts of ``user`` in ``locale``, those that go out first before the others."""
    own = BlogPage.objects.filter(
        owner=user, locale=locale, live=False, first_published_at=None
    ).select_related("latest_revision")
    found = [post for post in own if is_empty(post)]
    # A draft without a slot comes after all that have one.
    return sorted(
        found, key=lambda post: (not _slot(post), str(_moment(post)), post.pk)
    )


def _slot(post):
    return slot_of(post)


def _moment(post):
    slot = _slot(post)
    return slot.at if slot else ""


def name_of_draft(post):
    """What it is called where a person chooses between drafts."""
    slot, title = _slot(post), post.get_admin_display_title()
    if not slot:
        return _("My draft “%(title)s”") % {"title": title}
    return _("My draft for %(day)s: “%(title)s”") % {
        "day": date_format(slot.day, "SHORT_DATE_FORMAT"),
        "title": title,
    }


def offer_upload(request, page):
    """In the editor of an empty draft, whoever owns it reads that a file will do."""
    post = page.specific
    if (
        request.method == "GET"
        and isinstance(post, BlogPage)
        and post.owner_id == request.user.pk
        and is_empty(post)
    ):
        messages.info(
            request,
            _("Is your text in Word or another file?"),
            buttons=[
                messages.button(
                    f"{reverse('upload')}?language={post.locale.language_code}",
                    _("Bring the file, and it fills this draft."),
                )
            ],
        )
