"""Telling people what they can act on: one event, one mail, in their own language.

That there is something to tell is written in the transaction of the event (:func:`later`). The
mails are composed after it and wait for the mail server (:mod:`.mail_queue`). No failure here ends
what is told about (reliability.md R12); it is told itself, and tried again.
"""

import logging
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from functools import wraps

from django.conf import settings
from django.db import transaction
from django.db.models import Model, prefetch_related_objects
from wagtail.admin.utils import get_user_display_name
from wagtail.users.models import UserProfile

from kdsite.editorial.addresses import absolute, edit_url
from kdsite.editorial.follow_ups.tasks import follow_up
from kdsite.editorial.models import MailChoice, Notice
from kdsite.editorial.notifications import letters
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.policy.deciding_groups import read_deciding_groups
from kdsite.editorial.policy.hearing import can_hear_no
from kdsite.editorial.policy.permissions import translates, was_used
from kdsite.editorial.releases.waiting import waiting_of

logger = logging.getLogger(__name__)

_silent = ContextVar("silent", default=False)
_failures = ContextVar("failures", default=None)


@contextmanager
def silenced():
    """No mail about what happens in this context: the demo is loaded, nobody is waiting."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


def silent():
    """Is this within :func:`silenced`?"""
    return _silent.get()


def unless_silenced(receiver):
    """``receiver`` of a signal, not called within :func:`silenced`."""

    @wraps(receiver)
    def receive(*args, **kwargs):
        if not _silent.get():
            receiver(*args, **kwargs)

    return receive


def telling(sentence):
    """Declare a follow-up that tells people of an event: see :func:`later`.

    Whoever can be told is, whatever fails for somebody else; when it is done again, nobody is told
    twice.

    :param sentence: who does not know what until it is done; see :func:`.tasks.follow_up`.
    """

    def declare(function):
        @wraps(function)
        def do(*arguments):
            with failures_raised():
                function(*arguments)

        return follow_up(sentence)(do)

    return declare


def later(task, *arguments):
    """Have ``task`` (of :func:`telling`) done once what is being changed is committed; not within
    :func:`silenced`.

    :param arguments: rows, which it gets by their ids, and what people are told as it is now, in
        plain values.
    """
    if not _silent.get():
        task.enqueue(
            *(each.pk if isinstance(each, Model) else each for each in arguments)
        )


def tell(
    event,
    people,
    *,
    key,
    page=None,
    by=None,
    comment="",
    link="",
    at_once=False,
    also=None,
    **facts,
):
    """Tell each of ``people`` about an event, once, as each has chosen (:class:`MailChoice`).

    Passed over are: whoever did it, closed accounts, accounts without an address or that nobody has
    come in by yet, and whoever may not see ``page``. Never raises: what goes wrong is logged, and
    raised where all of a task is over (:func:`telling`).

    :param event: the name of a template in ``editorial/mail/`` (see :mod:`.letters`), or a
        template's whole name without ``.txt``, such as ``blog/mail/answered``.
    :param people: accounts.
    :param key: names the event among those of the same template; nobody hears of it twice.
    :param page: what it is about; its title is given to the template as ``title``.
    :param by: the account that did it; its name is given to the template as ``by``.
    :param link: an address on this site, with or without the host; without it, the form of
        ``page``.
    :param at_once: whatever they have chosen: it is about who may do what here.
    :param also: who hears of it by another template, whoever did it: ``{event: (people, link)}``.
    :param facts: what else the template needs; a callable is called in the reader's language.
    """
    if _silent.get():
        return
    context = {
        "page": page,
        "by": get_user_display_name(by),
        "comment": comment.strip(),
    } | facts
    link = link or (edit_url(page) if page else "")
    hears = {person: (event, link) for person in people if person != by}
    for name, (others, their_link) in (also or {}).items():
        hears |= dict.fromkeys(others, (name, their_link))
    # A task keeps apart what it tells each, and is done again as a whole.
    with nullcontext() if _failures.get() is not None else kept_apart(event):
        keys = {
            person: f"{hears[person][0]}:{key}:{person.pk}"
            for person in hears
            if person.is_active and person.email and was_used(person)
        }
        told = Notice.objects.filter(key__in=keys.values())
        told = set(told.values_list("key", flat=True)) if keys else ()
        new = {person: key for person, key in keys.items() if key not in told}
        choices = MailChoice.of_each(new)
        if at_once:
            choices = dict.fromkeys(new, MailChoice.When.AT_ONCE)
        read_deciding_groups([*new])
        prefetch_related_objects([*new], "wagtail_userprofile")
        for person, key in new.items():
            if choices[person] != MailChoice.When.NEVER:
                name, address = hears[person]
                told = context | {"link": absolute(address)}
                with kept_apart(name):
                    _tell_one(name, person, key, choices[person], page, told)


def _tell_one(event, person, key, when, page, context):
    if page:
        title = title_for(person, page)
        if title is None:
            return
        context = {"title": title} | context
    language = language_of(person)
    template = event if "/" in event else f"editorial/mail/{event}"
    item = letters.item(template, language, context)
    waits = when == MailChoice.When.DIGEST
    # Where another process told it meanwhile, this fails: nobody is told twice.
    Notice.objects.create(
        key=key,
        user=person,
        in_digest=waits,
        subject=item.subject if waits else "",
        text=item.text if waits else "",
    )
    if not waits:
        mail = letters.gather([item], language, greeting_of(person))
        letters.post(person.email, mail)


@contextmanager
def kept_apart(event):
    """A context whose failure is logged, and undoes only what was written in it."""
    try:
        with transaction.atomic():
            yield
    except Exception as error:
        logger.exception("Nobody was told about %s", event)
        if (failures := _failures.get()) is not None:
            failures.append(error)


@contextmanager
def failures_raised():
    """A context after which the first failure to tell somebody is raised: for a task that is
    done again. The others have been told, and are not told twice."""
    token = _failures.set([])
    try:
        yield
        failures = _failures.get()
    finally:
        _failures.reset(token)
    if failures:
        raise failures[0]


def title_for(user, page):
    """The title under which ``user`` may know ``page``; ``None``: they may not know of it."""
    page = page.specific
    revision = page.latest_revision
    if page.permissions_for_user(user).can_edit() or _decides(user, page, revision):
        return revision.content["title"] if revision else page.title
    waiting = None if page.live else waiting_of(page)
    if page.live or (waiting and translates(user)):
        return page.title if page.live else waiting.revision.content["title"]
    return None


def _decides(user, page, revision):
    """May they approve ``revision``, or read an author's answer to it?"""
    decision = Decision(page, revision) if revision else None
    return decision and (
        approval_rule.role_if_any(user, decision) or can_hear_no(user, decision)
    )


def language_of(user):
    """The language that ``user`` chose for the admin, else the site's own."""
    profile = getattr(user, "wagtail_userprofile", None)
    chosen = (profile or UserProfile.get_for_user(user)).preferred_language
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def greeting_of(user):
    return user.first_name or user.get_username()
