"""The mail of a second sending says that it is one, and how much has changed."""

import pytest
from django.core import mail

from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.releases.back_to_draft import take_back_to_draft
from kdsite.editorial.translations import sending
from tests.editorial.approvers.test_second_reading import COMMENT, set_the_scene
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    fresh,
    make_slot,
    publish,
    revise,
    send,
    submit,
    task_state,
    translate,
)

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def mails_to(user, about):
    return [m for m in mail.outbox if m.to == [user.email] and about in m.subject]


def test_the_mail_of_a_second_sending_says_so(people, scene):
    """That it is one, and how much is other: a lead of three words, two of them new."""
    revise(scene.post, people.writer, lead="Mistä Mallila kertoo meille.")
    submit(scene.post, people.writer)
    again = mails_to(people.editor, "Uudelleen tarkistettavaksi")
    (mail_,) = again
    assert "muuttuneita kappaleita: 1" in mail_.body
    assert "muuttuneita sanoja: 2" in mail_.body


def test_the_mail_counts_what_the_page_does_not_show(people, scene):
    """A word for search engines alone is a change, too."""
    revise(scene.post, people.writer, seo_title="Uusi hakuotsikko")
    submit(scene.post, people.writer)
    (again,) = mails_to(people.editor, "Uudelleen tarkistettavaksi")
    assert "Yksikään sana sivulla ei ole muuttunut" in again.body
    assert "tekstejä, joita sivulla ei näy: 1." in again.body


def test_a_first_sending_is_none(people, scene):
    """Nothing is said of another time where there was none."""
    mail.outbox.clear()
    post = make_post(people.writer, title="Ensimmäinen kerta")
    submit(post, people.writer)
    assert not mails_to(people.editor, "Uudelleen")
    assert len(mails_to(people.editor, "Ensimmäinen kerta")) == 1


def test_a_new_version_of_a_public_page_is_a_first_sending(people, scene):
    """What was approved before is no reading of this version."""
    post = publish(
        make_post(people.writer, title="Julki"), people.writer, people.editor
    )
    revise(post, people.editor, title="Julki taas")
    submit(post, people.editor)
    assert not mails_to(people.editor2, "Uudelleen tarkistettavaksi: Julki")


def test_what_was_approved_and_made_a_draft_again_is_sent_a_second_time(people):
    """Before readers had it; with how much has changed since it was approved."""
    post = make_post(people.writer, title="Odottava")
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    take_back_to_draft(fresh(post), people.editor)
    revise(post, people.writer, lead="Mistä Mallila kertoo meille.")
    submit(fresh(post), people.writer)
    (again,) = mails_to(people.editor2, "Uudelleen tarkistettavaksi")
    assert "muuttuneita kappaleita: 1" in again.body


def test_the_second_sending_of_a_translation(people):
    """In the reader's language, of what the translator changed."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    ask_for_changes(target, people.reviewer, COMMENT)
    fill_in(record, people.translator, lambda text: f"sv ny {text}")
    sending.send_for_review(translation_of(target), people.translator)
    assert task_state(target)
    (again,) = mails_to(people.reviewer, "Översättning på nytt")
    assert "Ändrade stycken" in again.body
