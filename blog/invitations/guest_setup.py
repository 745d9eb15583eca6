"""What an invited writer gets: an account, a profile, and a draft in the calendar."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from blog import untitled
from blog.models import BlogIndexPage, BlogPage, BlogPageAuthor, BlogPageTheme
from community.models import AuthorIndexPage, AuthorPage, ProfileTie
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import Slot
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.publishing import guard


def writers_group():
    """The group that may add posts and decides on nothing, or ``None``."""
    return (
        Group.objects.filter(
            page_permissions__page__in=BlogIndexPage.objects.all(),
            page_permissions__permission__codename="add_page",
            reviewtask=None,
        )
        .order_by("pk")
        .first()
    )


def account_with(address):
    """The account whose address reaches the same mailbox, or once did; or ``None``.

    :raises Refusal: it is closed.
    """
    account = get_user_model().objects.by_mailbox(address)
    if account and not account.is_active:
        raise Refusal(_("The account with this address is closed."))
    return account


def make_account(given_name, family_name, address, language):
    """An account without a password, with the admin in ``language``.

    :raises Conflict: somebody else has made one with this mailbox meanwhile.
    """
    try:
        with transaction.atomic():
            user = get_user_model().objects.create_user(
                address, first_name=given_name, last_name=family_name
            )
    except IntegrityError:
        raise Conflict(_("There is an account with this address already.")) from None
    speak(user, language)
    return user


def speak(user, language):
    """Show the admin to ``user``, and write to them, in ``language``."""
    UserProfile.objects.update_or_create(
        user=user, defaults={"preferred_language": language}
    )


def let_write(user):
    """Put ``user`` into the writers' group, unless they may write anywhere already.

    :raises Refusal: the site has no such group.
    """
    if runs_the_site(user):
        return
    group = writers_group()
    if group is None:
        raise Refusal(_("This site has no group of writers yet."))
    user.groups.add(group)


def profile_of(user, locale):
    """The profile behind which ``user`` stands, rather in ``locale``; else the one that waits for an
    editor to say that it is theirs; or ``None``."""
    profiles = list(AuthorPage.objects.filter(user=user).order_by("pk"))
    if not profiles:
        asked = ProfileTie.objects.pending().filter(user=user)
        profiles = [tie.profile for tie in asked]
    same = [profile for profile in profiles if profile.locale_id == locale.pk]
    return next(iter(same or profiles), None)


def namesakes(given_name, family_name):
    """Profiles of that name that belong to no account, one for each person."""
    found = {}
    for profile in AuthorPage.objects.filter(
        given_name__iexact=given_name, family_name__iexact=family_name, user=None
    ).order_by("pk"):
        found.setdefault(profile.translation_key, profile)
    return list(found.values())


def give_profile(user, locale, by, name, known=None):
    """The profile of ``user``: theirs, else ``known`` (one without an account), else a new draft
    under ``name`` (given, family).

    ``known`` is theirs only when another editor than ``by`` has said so.

    :param by: the editor who answers for it.
    """
    profile = profile_of(user, locale)
    if profile:
        return profile
    if known:
        guard.lock_page(known.pk)
        ProfileTie.objects.ask(known, user, by)
        return known
    index = AuthorIndexPage.objects.get(locale=locale)
    guard.lock_page(index.pk)
    profile = AuthorPage(
        given_name=name[0],
        family_name=name[1],
        user=user,
        owner=user,
        live=False,
        locale=locale,
    )
    AuthorIndexPage.objects.get(pk=index.pk).add_child(instance=profile)
    # Whoever invites gives only the name: the version is of the person whose profile it is, and
    # worth nothing until they send it. The history says who made it.
    profile.save_revision(user=user, clean=False)
    log(instance=profile, action="wagtail.create", user=by)
    return profile


@transaction.atomic
def start_draft(slot, user, locale, by, profile, theme=None):
    """An empty draft of ``user`` in ``slot``, by ``profile``, with what the slot plans.

    :param by: whoever makes it, which the history says.
    :raises Conflict: the slot has passed, was skipped, or is meant for another text or writer.
    """
    slot = Slot.objects.select_for_update().get(pk=slot.pk)
    if slot.is_past or slot.is_skipped or slot.page_id:
        raise Conflict(_("This slot is not free any more: choose another one."))
    if slot.writer_id not in (None, user.pk):
        raise Conflict(_("This slot is planned for somebody else: choose another one."))
    slot.theme = theme or slot.theme
    index = BlogIndexPage.objects.get(locale=locale)
    guard.lock_page(index.pk)
    title = slot.working_title or untitled.title_in(locale.language_code)
    post = BlogPage(title=title, owner=user, live=False, locale=locale)
    post.bylines = [BlogPageAuthor(author=profile)]
    if slot.theme:
        post.post_themes = [BlogPageTheme(theme=slot.theme.specific)]
    if slot.question:
        post.question = slot.question.specific
    BlogIndexPage.objects.get(pk=index.pk).add_child(instance=post)
    post.save_revision(user=by, log_action=True, clean=False)
    slot.page, slot.writer = post.page_ptr, user
    slot.save(update_fields=["page", "writer", "theme"])
    return post


def language_of(code):
    return Locale.objects.get(language_code=code)
