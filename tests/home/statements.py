"""An accessibility statement with all its fields, and what readers and editors get of it."""

from datetime import date, timedelta

import time_machine
from django.core import mail
from django.utils.formats import date_format
from django.utils.translation import override

from home.models import AccessibilityGap, AccessibilityStatementPage
from kdsite.editorial.notifications.reminders import remind
from tests.support.factories import index
from tests.support.reader_page import ReaderPage

ADDRESSES = {"fi": "/fi/saavutettavuusseloste/", "sv": "/sv/tillganglighetsutlatande/"}
Conformance = AccessibilityStatementPage.Conformance
Method = AccessibilityStatementPage.Method
Reason = AccessibilityGap.Reason
DAY = date(2026, 3, 9)
WORDS = {
    "service_name": "Blogin nimi",
    "responsible": "Vastuullinen",
    "scope": "Ulkopuolella oleva",
    "assessment": "Ruudunlukuohjelmalla ja näppäimistöllä",
    "feedback_other": "Kirjeellä torille",
    "feedback_unit": "Palautteen toimisto",
}
FACTS = {
    "conformance": Conformance.PARTIAL,
    "assessed_on": DAY - timedelta(3),
    "assessment_method": Method.BOTH,
    "made_on": DAY - timedelta(1),
    "reviewed_on": DAY,
    "feedback_email": "palaute@example.fi",
}
GAP = {
    "title": "Kuvat",
    "criterion": "1.1.1 Ei-tekstuaalinen sisältö",
    "problem": "Kuvaa ei ole kuvailtu.",
    "reason": Reason.BURDEN,
    "explanation": "Kuvia on tuhansia.",
    "alternative": "Kuvailemme sen pyynnöstä.",
    "mended_by": DAY + timedelta(400),
}


def statement(language="fi"):
    return index(AccessibilityStatementPage, language)


def shown(day, language):
    with override(language):
        return date_format(day, "DATE_FORMAT")


def text_of(language):
    return ReaderPage(ADDRESSES[language]).html.main.get_text(" ", strip=True)


def reminded(day):
    """Who was reminded on ``day``, and of what; asked twice."""
    with time_machine.travel(f"{day}T09:00+02:00", tick=False):
        remind()
        remind()
    found = {(each.to[0], each.subject) for each in mail.outbox}
    assert len(found) == len(mail.outbox)
    mail.outbox.clear()
    return found
