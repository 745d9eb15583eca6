"""How many queries the screens of the desk may take."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kdsite.editorial.addresses import review_url
from tests.editorial.admin.busy_desk import Desk
from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

BUDGET = 60
FRONT = reverse("wagtailadmin_home")
# What each takes when there is little on the desk.
LITTLE = {}
# What an editor has to do on a busy day.
KINDS = (
    "failed", "late", "review", "answer", "comment", "this_week", "invitation", "empty", "behind",
)  # fmt: skip
# What is drawn where there is something to show: the panels, and parts of a review.
SHOWN = {
    "front page of an editor": (
        *(f"to-do__thing--{kind}" for kind in KINDS), "undone-", "next-slots-",
        "translations-started-", "drafts-", "recent-edits-",
    ),
    "front page of a writer": (
        "to-do__thing--review", "to-do__thing--comment", "drafts-", "deadline-", "profile-",
    ),
    "front page of a translator": (
        "to-do__thing--late", "to-do__thing--behind", "translations-started-", "to-translate-",
    ),
    "front page of a reviewer": (
        "to-do__thing--review", "to-do__thing--behind", "to-translate-",
    ),
    "calendar": ("overdue",),
    "review of an original": ("companions", "differences"),
    "review of a translation": (),
}  # fmt: skip


def set_the_scene(people):
    """Of everything four; what each screen took when there were two is in :data:`LITTLE`."""
    desk = Desk(people)
    desk.one_more()
    desk.one_more()
    made = {"original": desk.sent, "translation": desk.sent_translation}
    LITTLE.update(counted(people, **made))
    desk.one_more()
    desk.one_more()
    return made


def screens(people, original, translation):
    """Who looks at each, and where it is."""
    return {
        "front page of an editor": (people.editor, FRONT),
        "front page of a writer": (people.writer, FRONT),
        "front page of a translator": (people.translator, FRONT),
        "front page of a reviewer": (people.reviewer, FRONT),
        "calendar": (people.editor, reverse("calendar:index")),
        "review of an original": (people.editor, review_url(original)),
        "review of a translation": (people.reviewer, review_url(translation)),
    }


def counted(people, **pages):
    """How many queries each screen takes."""
    return {name: queries(*each) for name, each in screens(people, **pages).items()}


def queries(user, address):
    client = logged_in(user)
    for _time in range(2):
        answer = client.get(address)
        assert answer.status_code == 200, address
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def is_drawn(part, html):
    return f'id="{part}' in html or f'{part}"' in html


def test_any_takes_at_most_60(people, scene):
    """However much is on the desk."""
    found = counted(people, original=scene.original, translation=scene.translation)
    assert {name: taken for name, taken in found.items() if taken > BUDGET} == {}
    assert found == LITTLE


def test_much_is_on_the_desk(people, scene):
    """Else it would be no wonder that the screens take few queries."""
    pages = {"original": scene.original, "translation": scene.translation}
    for name, (user, address) in screens(people, **pages).items():
        html = logged_in(user).get(address).content.decode()
        missing = [part for part in SHOWN[name] if not is_drawn(part, html)]
        assert missing == [], name
