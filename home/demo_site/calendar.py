"""The demo's calendar: a rhythm with its breaks, and what the next slots hold."""

from datetime import date, time

from django.utils import timezone

from blog.models import BlogPage
from home.demo_site.steps import fresh
from kdsite.editorial.calendar.changes import put_into
from kdsite.editorial.calendar.rhythm import make_slots
from kdsite.editorial.models import Break, Rhythm, Slot
from kdsite.editorial.review import decisions

BREAKS = [
    ("Kesätauko – Sommarpaus", (6, 15), (8, 10)),
    ("Joulutauko – Julpaus", (12, 20), (1, 7)),
]
# The titles of the texts in the next slots; the first of them is approved.
TEXTS = (
    "Verkostotapaaminen ilman diaesityksiä",
    "Kuuleminen, jossa päätös oli jo tehty",
)


def make_calendar(people, themes, questions):
    """Every second Tuesday at nine, with two texts, a plan, and empty slots after them."""
    today = timezone.localdate()
    rhythm = Rhythm(starts_on=today, every_weeks=2, weekday=1, time=time(9))
    rhythm.breaks = [
        Break(
            name=name, first_day=_day(first, today), last_day=_last(first, last, today)
        )
        for name, first, last in BREAKS
    ]
    rhythm.save()
    make_slots()
    slots = list(Slot.objects.upcoming())
    for title, slot in zip(TEXTS, slots, strict=False):
        put_into(slot, BlogPage.objects.get(title=title), people["editor"])
    approved = fresh(BlogPage.objects.get(title=TEXTS[0]))
    decisions.approve(approved.current_workflow_task_state, people["editor2"])
    plan = slots[len(TEXTS) + 1]
    plan.working_title = "Mitä nuoret oikeasti kysyvät"
    plan.writer = people["writer2"]
    plan.theme = themes["nuoret"]
    plan.question = max(questions.items())[1]
    plan.note = "Touko lupasi kertoa nuorisovaltuuston kyselytunnista."
    plan.save()


def _day(month_day, today):
    return date(today.year, *month_day)


def _last(first, last, today):
    """The last day of a break that may end after New Year."""
    return date(today.year + (last < first), *last)
