"""The rule: two different people stand behind exactly the text that goes public."""

import pytest
from wagtail.models import PageLogEntry

from home.create_site import groups
from kdsite.editorial.exceptions import Conflict, NotApproved, Refusal
from kdsite.editorial.publishing import guard
from kdsite.editorial.review.decisions import token_of_review
from tests.support.corrections import correct
from tests.support.factories import make_author, make_post, make_user
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fresh,
    publish_by_review,
    revise,
    submit,
    task_state,
)

pytestmark = pytest.mark.django_db


def test_an_editor_publishes_a_guests_text(people):
    """A guest's text goes public when an editor approves it."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    assert post.live
    assert post.live_revision == post.latest_revision


@pytest.mark.parametrize(
    "name", ["writer", "writer2", "translator", "reviewer", "admin"]
)
def test_only_members_of_the_deciding_group_approve(people, name):
    """Where members can act, nobody else approves: not even a superuser."""
    post = make_post(people.writer)
    submit(post, people.writer)
    with pytest.raises(Refusal):
        approve(post, getattr(people, name))
    assert not fresh(post).live


def test_an_editor_does_not_approve_their_own_text(people):
    """Whoever saved last does not approve; another editor does."""
    post = make_post(people.editor)
    submit(post, people.editor)
    with pytest.raises(Refusal):
        approve(post, people.editor)
    approve(post, people.editor2)
    assert fresh(post).live


def test_owning_the_page_does_not_matter(people):
    """An editor who owns a page approves it, when somebody else saved it last."""
    post = make_post(people.editor)
    revise(post, people.writer, title="Vieraan teksti")
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(post).title == "Vieraan teksti"


def test_a_correction_needs_a_second_person(people):
    """An editor who corrects in review does not approve that; another editor does."""
    post = make_post(people.writer)
    submit(post, people.writer)
    correct(post, people.editor, title="Korjattu")
    with pytest.raises(Refusal):
        approve(post, people.editor, seen=token_of_review(fresh(post)))
    approve(post, people.editor2, seen=token_of_review(fresh(post)))
    assert fresh(post).title == "Korjattu"


def test_a_named_author_confirms_an_editors_correction(people):
    """One click of a named author on a member's correction is the second person."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    correct(post, people.editor, title="Korjattu")
    approve(post, people.writer, seen=token_of_review(fresh(post)))
    assert fresh(post).title == "Korjattu"


def test_a_named_author_confirms_nothing_but_a_members_words(people):
    """Two guests are not enough: one of the two people is a member of the group."""
    author = make_author(user=people.writer)
    post = make_post(people.writer2, authors=[author])
    submit(post, people.writer2)
    with pytest.raises(Refusal):
        approve(post, people.writer)


def test_a_member_who_is_a_named_author_counts_as_an_author(people):
    """An editor does not approve, as an editor, a text that carries their own name."""
    author = make_author(user=people.editor)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    with pytest.raises(Refusal):
        approve(post, people.editor)
    approve(post, people.editor2)


def test_a_superuser_stands_in_where_no_member_can_act(people):
    """With one editor, a superuser may approve that editor's text, and the log says stand-in."""
    _close(people.editor2)
    post = make_post(people.editor)
    submit(post, people.editor)
    approve(post, people.admin)
    assert fresh(post).live
    assert fresh(post).latest_revision.words.last().role == "stand_in"
    entry = PageLogEntry.objects.get(page=post.pk, action="editorial.approve")
    assert entry.data["role"] == "stand_in"


def test_a_member_of_the_other_group_stands_in(people):
    """Where no other editor can act, the Swedish team may."""
    _close(people.editor2)
    post = make_post(people.editor)
    submit(post, people.editor)
    approve(post, people.reviewer)
    assert fresh(post).live


def test_a_superuser_never_approves_their_own_words(people):
    """Not even where nobody else is left."""
    _close(people.editor, people.editor2)
    post = make_post(people.admin)
    submit(post, people.admin)
    with pytest.raises(Refusal):
        approve(post, people.admin)


@pytest.mark.parametrize("unknown", ["nobody", "closed"])
def test_an_unknown_last_writer_needs_two_members(people, unknown):
    """An import without an owner, or a closed account: two editors must approve."""
    writer = None if unknown == "nobody" else people.writer
    post = make_post(writer)
    submit(post, people.editor)
    if writer:
        _close(writer)
    assert approve(post, people.editor) is False
    assert not fresh(post).live
    with pytest.raises(Refusal):
        approve(post, people.editor)
    assert approve(post, people.editor2) is True
    assert fresh(post).live


def test_nothing_publishes_without_a_group(people):
    """A task whose groups are gone decides on nothing."""
    post = make_post(people.writer)
    submit(post, people.writer)
    task_state(post).task.specific.groups.clear()
    for person in (people.editor, people.admin):
        with pytest.raises(Refusal):
            approve(post, person)


def test_the_approval_is_of_exactly_what_was_seen(people):
    """A newer version is a conflict, with and without a token (reliability R3)."""
    post = make_post(people.writer)
    seen = token_of_review(fresh(post))
    submit(post, people.writer)
    revise(post, people.editor2, title="Uudempi")
    for read in (seen, None):
        with pytest.raises(Conflict):
            approve(post, people.editor, seen=read)
    assert not fresh(post).live


def test_text_written_over_after_the_review_began_is_not_approved(people):
    """Autosave keeps the revision's id and changes its words (B13): that is a newer text."""
    post = make_post(people.writer)
    submit(post, people.writer)
    draft = fresh(post).get_latest_revision_as_object()
    draft.title = "Salaa vaihdettu"
    draft.save_revision(
        user=people.writer, overwrite_revision=fresh(post).get_latest_revision()
    )
    with pytest.raises(Conflict):
        approve(post, people.editor)


def test_an_approved_text_cannot_be_published_again_after_changes(people):
    """The door checks the approval itself, whoever calls it."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    revision = revise(post, people.writer, title="Ei hyväksytty")
    with pytest.raises(NotApproved):
        guard.publish(revision, user=people.admin)
    assert fresh(post).title == "Samaan suuntaan"


def test_changes_are_asked_for_with_a_comment(people):
    """The writer must learn what should change, and can send the page again."""
    post = make_post(people.writer)
    submit(post, people.writer)
    with pytest.raises(Refusal):
        ask_for_changes(post, people.editor, comment="  ")
    ask_for_changes(post, people.editor, comment="Lyhennä alkua.")
    state = fresh(post).current_workflow_state
    assert state.current_task_state.comment == "Lyhennä alkua."
    revise(post, people.writer, title="Lyhyempi")
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(post).title == "Lyhyempi"


def test_an_author_does_not_ask_themselves_for_changes(people):
    """Guests and named authors take a page back; they do not decide on it."""
    post = make_post(people.writer)
    submit(post, people.writer)
    for person in (people.writer, people.writer2, people.translator):
        with pytest.raises(Refusal):
            ask_for_changes(post, person)


def test_a_second_look_at_a_live_post(people):
    """A typing error on a live post: edit, send, and the old words stay until one click."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    revise(post, people.editor, title="Samaan suuntaan!")
    submit(post, people.editor)
    assert fresh(post).title == "Samaan suuntaan"
    approve(post, people.editor2)
    assert fresh(post).title == "Samaan suuntaan!"


def test_any_member_takes_a_review_over(people):
    """A review belongs to the group, not to whoever opened it."""
    make_user("editor3", groups.EDITORS)
    post = make_post(people.writer)
    submit(post, people.writer)
    ask_for_changes(post, people.editor)
    submit(post, people.writer)
    approve(post, people.editor2)
    assert fresh(post).live


def test_skeleton_pages_are_published_by_the_software_only_before_people_come(people):
    """Once there is an account, ``publish_skeleton`` is closed too."""
    post = make_post(None)
    with pytest.raises(NotApproved):
        guard.publish_skeleton(post.get_latest_revision())


def _close(*users):
    for user in users:
        user.is_active = False
        user.save()
