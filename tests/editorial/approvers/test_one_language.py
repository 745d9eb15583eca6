"""What goes out in one language only is said to, before and after, and why."""

import pytest
from django.urls import reverse

from kdsite.editorial.page_kinds import translation_of
from tests.editorial.approvers.buttons import (
    NO_SWEDISH,
    ONLY_FINNISH,
    press,
    said,
)
from tests.support.factories import make_post
from tests.support.helpers import (
    fill_in,
    fresh,
    logged_in,
    publish,
    publish_translation,
    revise,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def test_in_one_language_only(people):
    """Before and after it is said which, and why not the other; of a page that readers have in
    both nothing is."""
    post = make_post(people.writer)
    submit(post, people.writer)
    assert said(post, people.editor) == ONLY_FINNISH
    shown = press(post, people.editor)
    assert f"Hyväksytty ja julkaistu, vain suomeksi. {NO_SWEDISH}" in shown
    target, record = translate(post, people.translator)
    revise(post, people.editor, title="Uusi otsikko")
    submit(post, people.editor)
    assert said(post, people.editor2) == (
        "Julkaistaan heti, vain suomeksi. Ruotsinkielistä versiota ei ole vielä hyväksytty."
    )
    fill_in(record, people.translator)
    send(record, people.translator)
    assert said(target, people.reviewer) == "Publiceras genast."
    shown = press(target, people.reviewer)
    assert "Godkänt och publicerat." in shown
    assert said(post, people.editor2) == "Julkaistaan heti."


def test_in_swedish_only(people):
    post = make_post(people.writer, language="sv")
    submit(post, people.writer)
    why = "Suomenkielistä versiota ei vielä ole."
    assert said(post, people.editor) == f"Julkaistaan heti, vain ruotsiksi. {why}"
    shown = press(post, people.editor)
    assert f"Hyväksytty ja julkaistu, vain ruotsiksi. {why}" in shown


def test_what_was_taken_down_in_both_is_put_back_in_one(people):
    """The other one takes a review of its own; the message of the act named both."""
    post = publish(make_post(people.writer, "Laituri"), people.writer, people.editor)
    publish_translation(post, people.translator, people.reviewer)
    url = reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    data = {"which": "both", "why": ""}
    shown = logged_in(people.editor).post(url, data, follow=True).content.decode()
    assert "”Laituri” ja ”sv Laituri” on poistettu julkaisusta." in shown
    submit(post, people.writer)
    why = "Ruotsinkielinen versio on poistettu julkaisusta."
    assert said(post, people.editor2) == f"Julkaistaan heti, vain suomeksi. {why}"
    assert f"Hyväksytty ja julkaistu, vain suomeksi. {why}" in press(
        post, people.editor2
    )


def test_a_translation_that_is_put_back_first_goes_out_with_its_original(people):
    post = publish(make_post(people.writer, "Laituri"), people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    url = reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    logged_in(people.editor).post(url, {"which": "both", "why": ""})
    send(translation_of(swedish), people.translator)
    press(swedish, people.reviewer)
    assert not fresh(swedish).live
    submit(post, people.writer)
    assert said(post, people.editor2) == "Julkaistaan heti molemmilla kielillä."
    press(post, people.editor2)
    assert fresh(post).live
    assert fresh(swedish).live
