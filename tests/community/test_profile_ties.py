"""Whose a profile is that was there before the account takes two editors to say (C6)."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from blog.models import BlogPage, Invitation
from community.models import ProfileTie
from tests.support.factories import make_author
from tests.support.helpers import fresh, logged_in, make_slot, publish, submit
from tests.support.invited import form

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.fixture
def known(people):
    """The public profile of a real person without an account."""
    author = make_author("Maija", "Mäkelä", saved_by=people.editor)
    return publish(author, people.editor, people.editor2)


def invite_as(known, client, **changes):
    """Invite somebody whom the editor takes for that person."""
    client.post(reverse("invitations:add"), form(known=str(known.pk), **changes))
    return Invitation.objects.get().user


def answer(tie, user, said="yes"):
    return logged_in(user).post(
        reverse("profile_tie", args=[tie.pk]), {"answer": said}, follow=True
    )


def test_one_editor_makes_nobody_a_real_person(people, known):
    """A guest invited with somebody's profile is not its author, and cannot edit it, until
    another editor says so; whoever asked cannot."""
    client = logged_in(people.editor)
    user = invite_as(known, client)
    tie = ProfileTie.objects.get()
    answer(tie, people.editor)
    answer(tie, user)
    answer(tie, people.translator)
    profile = fresh(known)
    assert profile.user is None
    assert profile.named_author_ids() == set()
    assert not profile.permissions_for_user(user).can_edit()
    answer(tie, people.editor2)
    profile = fresh(known)
    assert profile.user == user
    assert profile.permissions_for_user(user).can_edit()


def test_who_was_just_invited_by_the_asker_does_not_answer(people, known):
    """They are one person until others have had time to hear of it."""
    people.editor2.invited_by, people.editor2.invited_at = people.editor, timezone.now()
    people.editor2.save()
    user = invite_as(known, logged_in(people.editor))
    tie = ProfileTie.objects.get()
    answer(tie, people.editor2)
    assert fresh(known).user is None
    answer(tie, people.admin)
    assert fresh(known).user == user, "a superuser, where no other editor can"


def test_the_draft_works_all_the_same(people, known):
    """The guest writes and sends it while nobody has answered."""
    slot = make_slot(days=40)
    user = invite_as(known, logged_in(people.editor), slot=slot.pk)
    post = BlogPage.objects.get()
    assert post.bylines.get().author_id == known.pk
    edit = reverse("wagtailadmin_pages:edit", args=[post.pk])
    assert logged_in(user).get(edit).status_code == 200
    draft = post.get_latest_revision_as_object()
    draft.title, draft.lead = "Kuka kuulee?", "Mistä on kyse."
    draft.body = [("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>")]
    draft.save_revision(user=user)
    submit(post, user)
    assert fresh(post).workflow_in_progress


def test_the_fact_of_a_profile_waits_for_another_editor(people, known):
    """The screen of facts says so, and changes the other facts at once."""
    page = reverse("editorial:facts", args=[known.pk])
    response = logged_in(people.editor).post(
        page, {"is_former": "on", "user": people.writer.pk}, follow=True
    )
    assert "toinen toimittaja vahvistaa" in response.content.decode()
    profile = fresh(known)
    assert (profile.user, profile.is_former) == (None, True)
    answer(ProfileTie.objects.get(), people.editor2)
    assert fresh(known).user == people.writer
    # One editor would make the person somebody without an account.
    response = logged_in(people.editor).post(page, {"user": ""}, follow=True)
    assert "kunnes tunnus suljetaan" in response.content.decode()
    assert fresh(known).user == people.writer


def test_both_languages_get_the_account(people, known):
    swedish = known.copy_for_translation(
        known.locale.__class__.objects.get(language_code="sv")
    )
    tie = ProfileTie.objects.ask(known, people.writer, people.editor)
    answer(tie, people.editor2)
    assert fresh(swedish).user == people.writer


def test_editors_are_told_and_find_it_on_the_front_page(people, known):
    """A mail with a link to every other editor, and a line for whoever may answer."""
    ProfileTie.objects.ask(known, people.writer, people.editor)
    url = reverse("profile_tie", args=[ProfileTie.objects.get().pk])
    assert [(each.to, url in each.body) for each in mail.outbox] == [
        ([people.editor2.email], True)
    ]
    for person, shown in (("editor2", True), ("editor", False), ("writer", False)):
        page = logged_in(getattr(people, person)).get("/admin/").content.decode()
        assert (url in page) is shown
    screen = logged_in(people.editor2).get(url).content.decode()
    for part in ("Maija Mäkelä", people.writer.email, "Kyllä, sama henkilö"):
        assert part in screen
    assert (
        "Kyllä, sama henkilö" not in logged_in(people.editor).get(url).content.decode()
    )


def test_no_is_an_answer(people, known):
    """Then nothing is asked any more, and the history has it with the name."""
    tie = ProfileTie.objects.ask(known, people.writer, people.editor)
    answer(tie, people.editor2, "no")
    answer(tie, people.editor2, "yes")
    assert fresh(known).user is None
    assert not ProfileTie.objects.pending().exists()
    actions = PageLogEntry.objects.filter(page=known.pk, action__startswith="community")
    assert [(each.action, each.user) for each in actions.order_by("pk")] == [
        ("community.tie_asked", people.editor),
        ("community.tie_refused", people.editor2),
    ]
    history = reverse("wagtailadmin_pages:history", args=[known.pk])
    assert "writer@example.fi" in logged_in(people.editor).get(history).content.decode()


def test_a_superuser_stands_in_where_there_is_no_other_editor(people, known):
    """Unless they asked themselves."""
    tie = ProfileTie.objects.ask(known, people.writer, people.editor)
    answer(tie, people.admin)
    assert fresh(known).user is None
    people.editor2.groups.clear()
    answer(tie, people.admin)
    assert fresh(known).user == people.writer


def test_opening_the_screen_and_an_empty_form_change_nothing(people, known):
    tie = ProfileTie.objects.ask(known, people.writer, people.editor)
    client = logged_in(people.editor2)
    client.get(reverse("profile_tie", args=[tie.pk]))
    answer(tie, people.editor2, "")
    assert ProfileTie.objects.pending().exists()
