"""A link in a text leads readers to what is public, and shows nothing of what is not."""

import pytest

from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    logged_in,
    post_form,
    publish,
    read,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    target = make_post(people.writer, title="Vasta luonnos")
    linking = f'<p>Katso <a linktype="page" id="{target.pk}">toinen teksti</a>.</p>'
    post = make_post(people.writer, title="Linkittäjä", body=[("paragraph", linking)])
    submit(post, people.writer)
    return {"target": target, "post": post}


def test_the_address_of_a_draft_stays_with_its_writer(people, scene):
    """One editor alone would write into a public page: the address is theirs to change."""
    approve(scene.post, people.editor)
    post_form(logged_in(people.editor), scene.target, slug="sana-yksin")
    assert fresh(scene.target).latest_revision.content["slug"] == "sana-yksin"
    _status, text = read(scene.post)
    assert "toinen teksti" in text
    assert "sana-yksin" not in text
    assert "vasta-luonnos" not in text


def test_the_reviewer_reads_that_there_is_no_link_yet(people, scene):
    text = logged_in(people.editor).get(f"/admin/editorial/review/{scene.post.pk}/").content.decode()  # fmt: skip
    assert "”Vasta luonnos” ei ole julkinen" in text


def test_the_link_is_there_once_the_page_is(people, scene):
    approve(scene.post, people.editor)
    target = publish(scene.target, people.writer, people.editor)
    assert f'<a href="{target.url}">toinen teksti</a>' in read(scene.post)[1]
    target.unpublish(user=people.editor)
    assert target.url not in read(scene.post)[1]


def test_a_link_to_what_goes_out_with_it_is_where_readers_will_be_led(people):
    """The profile of an author who is new, also in a translation."""
    profile = make_author("Veera", "Vieras", user=people.writer)
    post = make_post(people.writer, authors=[profile])
    submit(post, people.writer)
    asked = logged_in(people.editor).get(f"/admin/editorial/review/{post.pk}/")
    assert "/fi/kirjoittajat/veera-vieras/" in asked.content.decode()
    approve(post, people.editor)
    _profile, its_record = translate(fresh(profile), people.translator)
    fill_in(its_record, people.translator)
    target, record = translate(fresh(post), people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    asked = logged_in(people.reviewer).get(f"/admin/editorial/review/{target.pk}/")
    addresses = [change.now for change in asked.context["beside"].links]
    approve(target, people.reviewer)
    assert "/sv/skribenter/veera-vieras/" in read(target)[1]
    assert "/sv/skribenter/veera-vieras/" in addresses
