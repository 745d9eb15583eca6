"""Mails as plain text: short, in one language, with one link.

The template of an event extends ``editorial/mail/base.txt`` and fills its blocks ``subject``,
``text`` and ``call`` (the line above the link). It can use ``by``, ``title``, ``comment``,
``link`` and whatever it is given besides; a callable is called in the reader's language.
Greeting and ending are added, around one event or a day's.
"""

import re
from dataclasses import dataclass

from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django.utils.translation import gettext, override

# No mailbox shows a longer one whole.
LONGEST_SUBJECT = 200


@dataclass
class Item:
    """What a mail says about one event."""

    subject: str
    text: str


def item(template, language, context):
    """Write about one event in ``language``.

    :param template: a template's name without ``.txt``, such as ``editorial/mail/approved``.
    """
    with override(language):
        return Item(
            _line(_render(f"{template}.txt", context | {"part": "subject"})),
            _render(f"{template}.txt", context | {"part": "text"}),
        )


def letter(template, language, context):
    """Write a whole mail in ``language``, from ``<template>_subject.txt`` and ``<template>.txt``
    as Django's own mails have them; the template greets by itself."""
    with override(language):
        return Item(
            _line(_render(f"{template}_subject.txt", context)),
            _render(f"{template}.txt", context),
        )


def gather(items, language, name, subject=""):
    """One mail to ``name`` about ``items``; without ``subject`` it has that of the first."""
    context = {"name": _line(name), "items": items, "is_digest": bool(subject)}
    with override(language):
        text = _render("editorial/mail/letter.txt", context)
    return Item(subject or items[0].subject, text)


def post(address, mail, answer_to=""):
    """Send ``mail`` (an :class:`Item`): it waits in the queue (:mod:`.mail_queue`).

    :param answer_to: the address of the person who had the mail sent, if any: whoever simply
        answers the mail reaches them.
    """
    EmailMessage(
        mail.subject,
        mail.text,
        to=[address],
        reply_to=[answer_to] if answer_to else [],
        headers={"Auto-Submitted": "auto-generated"},
    ).send()


def _line(text):
    """A line break in a title or a name must not start another header (reliability.md S9)."""
    return " ".join(text.split())[:LONGEST_SUBJECT]


def _render(template, context):
    # Plain text: nothing is escaped.
    shared = {"network": gettext("Network for municipal democracy")}
    text = get_template(template).template.render(
        Context(shared | context, autoescape=False)
    )
    return re.sub(r"\n\s*\n\s*\n", "\n\n", text).strip() + "\n"
