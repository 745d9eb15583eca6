"""A page that is hidden from readers and shown again: one editor does either, every editor is told,
and nothing that two people do not stand behind comes out by it."""

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse
from wagtail.models import PageLogEntry, PageViewRestriction

from home.create_site.groups import EDITORS, WRITERS
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.releases import publish_due
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish_by_review,
    publish_translation,
    publish_translation_by_review,
    read,
    revise,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def set_privacy(page, user, kind, **more):
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    mail.outbox.clear()
    return logged_in(user).post(url, {"restriction_type": kind} | more)


def told():
    assert {each.to[0] for each in mail.outbox} == {"editor2@example.fi"}
    [letter] = mail.outbox
    return letter.body


@pytest.fixture
def post(people):
    post = make_post(people.writer, title="Satama")
    return publish_by_review(post, people.writer, people.editor2)


def test_whoever_hides_and_shows_is_on_the_record_and_the_others_are_told(people, post):
    """One mail for each, with the page and the name."""
    set_privacy(post, people.editor, "login")
    assert "”Satama” ei nyt näy kaikille" in told()
    assert "editor@example.fi" in told()
    assert "Satama" not in read(post)[1]
    set_privacy(post, people.editor, "none")
    assert "”Satama” näkyy taas kaikille" in told()
    assert read(post)[0] == 200
    log = PageLogEntry.objects.filter(action__startswith="wagtail.view_restriction")
    assert set(log.values_list("action", "page", "user")) == {
        (f"wagtail.view_restriction.{what}", post.pk, people.editor.pk)
        for what in ("create", "delete")
    }
    history = reverse("wagtailadmin_reports:site_history")
    screen = logged_in(people.editor2).get(history).content.decode()
    assert "”Satama” ei nyt näy kaikille" in screen
    assert "”Satama” näkyy taas kaikille" in screen


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_both_languages_are_hidden_and_shown_together(people, post, language):
    """Whichever of them the editor opens; for the same readers, with one mail."""
    swedish = publish_translation(post, people.translator, people.reviewer)
    one = post if language == "fi" else swedish
    privacy = reverse("wagtailadmin_pages:set_privacy", args=[one.pk])
    screen = logged_in(people.editor).get(privacy).json()["html"]
    assert "Koskee sivun molempia kieliä" in screen
    set_privacy(one, people.editor, "login")
    told()
    assert "Satama" not in read(post)[1] + read(swedish)[1]
    group = Group.objects.get(name=WRITERS)
    set_privacy(one, people.editor, "groups", groups=[group.pk])
    for page in (post, swedish):
        assert list(page.view_restrictions.get().groups.all()) == [group]
    set_privacy(one, people.editor, "none")
    told()
    assert [read(post)[0], read(swedish)[0]] == [200, 200]


def test_what_waits_hidden_goes_out_hidden_in_both_languages(people):
    """Also where the translation was started after that; shown again, both are there."""
    post = make_post(people.writer, title="Satama")
    slot = make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    set_privacy(post, people.editor, "login")
    swedish = publish_translation_by_review(post, people.translator, people.reviewer)
    assert publish_due.release_slot(its_time(slot))
    assert fresh(post).live and fresh(swedish).live
    assert "Satama" not in read(post)[1] + read(swedish)[1]
    set_privacy(swedish, people.editor, "none")
    assert [read(post)[0], read(swedish)[0]] == [200, 200]


def test_for_other_readers_than_before(people, post):
    """Groups, one mail for one save; as it is, none. A password stands in no mail and no record."""
    editors, writers = (Group.objects.get(name=name).pk for name in (EDITORS, WRITERS))
    set_privacy(post, people.editor, "groups", groups=[editors])
    told()
    set_privacy(post, people.editor, "groups", groups=[editors])
    assert mail.outbox == []
    set_privacy(post, people.editor, "groups", groups=[editors, writers])
    assert WRITERS in told()
    set_privacy(post, people.editor, "password", password="hauki-on-kala")
    assert "hauki" not in told()
    assert not PageLogEntry.objects.filter(data__icontains="hauki").exists()


def test_a_page_that_is_deleted_is_not_said_to_be_shown(people, post):
    set_privacy(post, people.editor, "login")
    logged_in(people.editor).post(
        reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    )
    mail.outbox.clear()
    logged_in(people.admin).post(reverse("wagtailadmin_pages:delete", args=[post.pk]))
    assert not PageViewRestriction.objects.exists()
    assert not [each for each in mail.outbox if "näkyy taas" in each.body]


def test_showing_it_brings_out_what_two_stood_behind_and_nothing_newer(people, post):
    """What was written meanwhile is a draft, also while it is in review; a correction that was
    approved while nobody saw the page is in it."""
    set_privacy(post, people.editor, "login")
    revise(post, people.editor, title="Yhden sana")
    set_privacy(post, people.editor, "none")
    assert "Yhden sana" not in read(post)[1]
    set_privacy(post, people.editor, "login")
    submit(post, people.editor)
    with pytest.raises(Refusal):
        approve(post, people.editor)
    set_privacy(post, people.editor, "none")
    assert "Yhden sana" not in read(post)[1]
    set_privacy(post, people.editor, "login")
    approve(post, people.editor2)
    assert "Yhden sana" not in read(post)[1]
    set_privacy(post, people.editor, "none")
    assert "Yhden sana" in read(post)[1]


@pytest.mark.parametrize("name", ["editor", "admin"])
def test_a_draft_that_was_hidden_is_no_page_once_it_is_shown(people, name):
    """Its words were never public: it takes two, whoever lifts the restriction."""
    user = getattr(people, name)
    post = make_post(people.editor, title="Luonnos")
    set_privacy(post, user, "login")
    set_privacy(post, user, "none")
    assert not fresh(post).live
    assert "Luonnos" not in read(post)[1]


def test_what_was_taken_down_while_hidden_stays_down(people, post):
    """To show it again is not to put it up."""
    set_privacy(post, people.editor, "login")
    logged_in(people.editor).post(
        reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    )
    set_privacy(post, people.editor, "none")
    assert not fresh(post).live
    assert read(post)[0] == 410
