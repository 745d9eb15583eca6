"""Private links to a draft: made by an editor, opened by whoever has the mail, until revoked.

A named author's answer can be the second person's (moderation.md). So an author's link is in the
author's mail only, and only the address that the editor gives says who reads that mail: what
keeps an editor from playing the author is here.
"""

from django.contrib.auth import get_user_model
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.mailboxes import mailbox_of
from kdsite.editorial.models import DraftLink
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.policy.named_authors import named_authors
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.printable import printable
from kdsite.editorial.private_links import mail
from kdsite.editorial.publishing import guard

# A separator that no mail program takes for the end of an address.
_signer = signing.Signer(sep=".", salt="kdsite.editorial.private_links.links")


def path_of(link):
    """The address of the draft for the holder of ``link``, without the host."""
    token = _signer.sign(link.nonce)
    return reverse(f"editorial_reading_{link.language}", args=[token])


def by_token(token):
    """The link with this token, whatever its state; ``None``: nobody ever made it."""
    try:
        nonce = _signer.unsign(token)
    except signing.BadSignature:
        return None
    links = DraftLink.objects.select_related("page", "created_by")
    return links.filter(nonce=nonce).first()


def opens(link, version):
    """Does ``link`` open the draft? That of an author does only while ``version``, the newest one,
    names them, by the profile or by the account."""
    return link.is_open and (not link.for_author or _is_named(link, version))


def _is_named(link, version):
    return any(
        author.page_id == link.author_id
        or (link.user_id and author.user_id == link.user_id)
        for author in named_authors(version)
    )


def may_send(user, page):
    """Does ``user`` send links to ``page``, and is there anything to read but the public text?"""
    return bool(
        runs_the_site(user)
        and page.latest_revision_id
        and (not page.live or page.has_unpublished_changes)
    )


def authors_to_ask(page):
    """The named authors of the newest version who can confirm it: those of an original."""
    if translation_of(page):
        return []
    return named_authors(page.get_latest_revision_as_object())


@transaction.atomic
def send(page, by, address, language, name="", author_id=None):
    """Mail somebody a link to the newest version of ``page``.

    :param by: the editor who sends it.
    :param author_id: the profile of the named author that it is for; then ``name`` is not asked.
    :returns: the :class:`DraftLink`.
    :raises Refusal: ``by`` sends no links, there is no draft, or an author's mail would not
        reach the author alone.
    """
    page = guard.lock_page(page.pk).specific
    if not may_send(by, page):
        raise Refusal(_("There is no draft here that you could send to anybody."))
    author = None
    if author_id is not None:
        author = next((a for a in authors_to_ask(page) if a.page_id == author_id), None)
        if author is None:
            raise Refusal(_("The newest version does not name this author."))
        check_address(author, address, by)
    link = DraftLink.objects.create(
        page_id=page.pk,
        name=author.name if author else printable(name),
        address=address,
        language=language,
        for_author=author is not None,
        author_id=author_id,
        user_id=author.user_id if author else None,
        created_by=by,
    )
    _log(link, "editorial.link", by, page)
    mail.send_link(link, path_of(link))
    if author:
        mail.tell_of_link(link)
    return link


def check_address(author, address, by):
    """Refuse where the mail to ``author`` would end with somebody else of the house.

    :raises Refusal: ``by`` is the author; the author has an account with another address; or
        the address is or was that of another account, or of another author who was written to.
    """
    if author.user_id == by.pk:
        raise Refusal(_("You are this author: somebody else sends you the link."))
    wanted = mailbox_of(address)
    accounts = get_user_model().objects
    own = accounts.filter(pk=author.user_id, is_active=True).first()
    if author.user_id and (own is None or mailbox_of(own.email) != wanted):
        raise Refusal(
            _("This author has an account: write to the address of that account.")
        )
    holder = accounts.by_mailbox(address)
    if holder and holder.pk != author.user_id:
        raise Refusal(_("This is the address of another account, not of the author."))
    sent = DraftLink.objects.filter(for_author=True).exclude(author_id=author.page_id)
    for other in sent.select_related("author"):
        if mailbox_of(other.address) == wanted and not _same_person(author, other):
            raise Refusal(
                _("Another author was written to at this address: %(name)s.")
                % {"name": other.name}
            )


def _same_person(author, link):
    """Is ``link`` for ``author``, by the profile in another language?"""
    return bool(
        link.author
        and link.author.get_translations(inclusive=True)
        .filter(pk=author.page_id)
        .exists()
    )


@transaction.atomic
def revoke(link, by):
    """Close ``link`` at once; what was answered before stays on record.

    :raises Refusal: ``by`` is no editor.
    :raises Conflict: it is closed already.
    """
    if not runs_the_site(by):
        raise Refusal(_("An editor revokes a link."))
    page = guard.lock_page(link.page_id).specific
    link = DraftLink.objects.select_for_update().get(pk=link.pk)
    if not link.is_open:
        raise Conflict(_("This link does not open anything any more."))
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    _log(link, "editorial.link_revoked", by, page)


def _log(link, action, by, page):
    log(
        instance=page,
        action=action,
        user=by,
        revision=page.latest_revision,
        data={
            "name": link.name,
            "address": link.address,
            "for_author": link.for_author,
        },
    )
