"""The demo's calendar: a rhythm with its breaks, and what the next slots hold."""

from datetime import time

from django.utils import timezone

from blog.models import BlogPage
from home.demo_site.steps import fresh
from kdsite.editorial.calendar.changes import put_into
from kdsite.editorial.calendar.rhythm import make_slots
from kdsite.editorial.models import Rhythm, Slot
from kdsite.editorial.models.rhythms import usual_breaks
from kdsite.editorial.review import decisions

# The titles of the texts in the next slots; the first of them is approved.
TEXTS = (
    "Verkostotapaaminen ilman diaesityksiä",
    "Kuuleminen, jossa päätös oli jo tehty",
)


def make_calendar(people, themes, questions):
    """Every second Tuesday at nine, with two texts, a plan, and empty slots after them."""
    today = timezone.localdate()
    rhythm = Rhythm(starts_on=today, every_weeks=2, weekday=1, time=time(9))
    rhythm.breaks = usual_breaks(today.year)
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
