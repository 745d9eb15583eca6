"""A slot on one day, and who is written to as that day comes near."""

from datetime import date, time, timedelta

import time_machine
from django.core import mail

from kdsite.editorial.models import Slot
from kdsite.editorial.models.slots import local_moment
from kdsite.editorial.notifications.release_countdown import count_down
from kdsite.editorial.notifications.reminders import remind
from tests.support.helpers import fresh

DAY = date(2031, 3, 18)


AT = local_moment(DAY, time(9))


def slot_for(page=None, **fields):
    return Slot.objects.create(at=AT, page=page and fresh(page), **fields)


def told():
    """Who was written to since the last call, and the subjects."""
    found = {
        (each.to[0].removesuffix("@example.fi"), each.subject) for each in mail.outbox
    }
    assert len(found) == len(mail.outbox), "somebody got the same mail twice"
    mail.outbox.clear()
    return found


def names(mails):
    return {name for name, _subject in mails}


def at(days_before, clock=time(8)):
    return time_machine.travel(
        local_moment(DAY - timedelta(days_before), clock), tick=False
    )


def reminded(days_before, clock=time(8)):
    with at(days_before, clock):
        remind()
        remind()
    return told()


def counted(moment):
    with time_machine.travel(moment, tick=False):
        count_down()
        count_down()
    return told()
