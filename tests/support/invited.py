"""Somebody is invited, and comes by the personal link."""

import re
from datetime import timedelta

from django.core import mail
from django.test import Client
from django.utils import timezone

from blog.invitations import services
from blog.models import Invitation

ADDRESS = "Maija.Malli@example.fi"
GOOD = "vene kulkee hiljaa"


def invite(by, address=ADDRESS, language="fi", **given):
    names = {"given_name": "Maija", "family_name": "Mäkelä"}
    return services.invite(by, address=address, language=language, **names | given)


def link():
    """The personal link in the newest mail, without its host."""
    return re.search(r"/(?:kutsu|inbjudan)/\S+", mail.outbox[-1].body)[0]


def sent():
    """The mails with a personal link; without those that tell colleagues of it."""
    return [each for each in mail.outbox if re.search("/(kutsu|inbjudan)/", each.body)]


def arrive(path, first=GOOD, second=None, client=None):
    data = {"new_password1": first, "new_password2": second or first}
    return (client or Client()).post(path, data)


def later(invitation, **time):
    Invitation.objects.filter(pk=invitation.pk).update(
        sent_at=timezone.now() - timedelta(**time)
    )


def form(**changes):
    return {
        "given_name": "Maija",
        "family_name": "Mäkelä",
        "address": ADDRESS,
        "language": "fi",
        "slot": "",
        "theme": "",
    } | changes
