"""What goes out with a text: nobody stands behind what they were not shown."""

import pytest
from django.urls import reverse

from kdsite.editorial.models import Word
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.review import submission
from kdsite.editorial.translations import sending
from tests.support.factories import make_author, make_image, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    logged_in,
    make_slot,
    post_form,
    publish_translation_by_review,
    read,
    revise,
    send_after_reading,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile(people):
    return make_author("Aino", "Airo", user=people.writer, biography="")


@pytest.fixture
def post(people, profile):
    return make_post(people.writer, authors=[profile])


def test_c3_a_profile_that_was_written_after_the_screen_was_opened(
    people, post, profile
):
    """C3: the button of a screen that showed an empty profile approves no other one."""
    guest = logged_in(people.writer)
    url = reverse("before_send", args=[post.pk])
    data = {"seen": form_on(guest, url).initial["seen"], "consent": "on"}
    revise(profile, people.editor, biography="Sanoja, joita vieras ei ole nähnyt.")
    response = guest.post(url, data)
    assert "muuttunut" in response.content.decode()
    assert fresh(post).current_workflow_state is None
    assert not Word.objects.exists()


def test_c3_a_portrait_that_was_changed_after_the_screen_was_opened(
    people, post, profile
):
    """C3: the profile is the version that was shown, and its picture is another one."""
    image = make_image(people.editor)
    revise(profile, people.editor, photo=image)
    guest = logged_in(people.writer)
    url = reverse("before_send", args=[post.pk])
    data = {"seen": form_on(guest, url).initial["seen"], "consent": "on"}
    image.photographer = "Joku muu"
    image.save()
    response = guest.post(url, data)
    assert "muuttunut" in response.content.decode()
    assert fresh(post).current_workflow_state is None
    seen = response.context["form"]["seen"].value()
    assert guest.post(url, data | {"seen": seen}).status_code == 302
    assert fresh(post).workflow_in_progress


def test_c3_the_screen_shows_the_whole_profile(people, post, profile):
    """C3: as readers will see it; only then sending it is the author's word."""
    revise(profile, people.editor, biography="Kirjoittaa kunnista.")
    guest = logged_in(people.writer)
    url = reverse("before_send", args=[post.pk])
    shown = guest.get(url)
    version = fresh(profile).latest_revision
    preview = reverse("editorial:preview", args=[profile.pk, version.pk])
    assert preview in shown.content.decode()
    assert "Kirjoittaa kunnista." in guest.get(preview).content.decode()
    seen = shown.context["form"].initial["seen"]
    guest.post(url, {"seen": seen, "consent": "on"})
    assert version.words.get(role="author").user == people.writer


def test_c3_a_profile_is_read_before_it_is_sent(people, post, profile):
    """C3: the button of the editor leads to the screen once somebody else wrote the profile."""
    guest = logged_in(people.writer)
    url = reverse("before_send", args=[post.pk])
    seen = form_on(guest, url).initial["seen"]
    guest.post(url, {"seen": seen, "consent": "on"})
    state = fresh(post).current_workflow_state
    state.cancel(user=people.writer)
    revise(profile, people.editor, biography="Kirjoittaa kunnista.")
    response = post_form(guest, post, **{"action-submit": "1"})
    assert response.url == url
    assert fresh(post).current_workflow_state is None


def test_c3_a_portrait_is_looked_at_before_it_is_sent(people):
    """C3: also that of a profile of one's own, which an editor may have changed since."""
    image = make_image(people.writer)
    profile = make_author("Aino", "Airo", user=people.writer, photo=image)
    post = make_post(people.writer, authors=[profile])
    guest = logged_in(people.writer)
    send_after_reading(guest, post)
    submission.take_back(post, people.writer)
    response = post_form(guest, post, **{"action-submit": "1"})
    assert response.url == reverse("before_send", args=[post.pk])
    assert fresh(post).current_workflow_state is None


def test_c4_a_translated_profile_keeps_its_writer(people, post, profile):
    """C4: the reviewer wrote the profile's strings, and the translator sends the post."""
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(post, people.translator)
    swedish = fresh(profile.get_translations().get())
    fill_in(record, people.translator)
    fill_in(translation_of(swedish), people.reviewer)
    sending.send_for_review(record, people.translator)
    assert fresh(swedish).latest_revision.user == people.reviewer
    approve(target, people.reviewer)
    assert not fresh(swedish).live


@pytest.mark.parametrize(
    "said", ["", "xx", "2026-13-40T00:00:00Z", "2099-01-01T00:00:00Z"]
)
def test_c4_who_does_not_say_what_they_have_read_does_not_send(people, post, said):
    """C4: what others have written since can only be told from when the editor was opened."""
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.reviewer)
    logged_in(people.translator).post(
        reverse("editorial:send_translation", args=[record.pk]), {"opened": said}
    )
    assert not fresh(target).workflow_in_progress


def test_c3_who_saved_the_profile_and_what_is_other_in_it(people, profile, post):
    """C3: an editor's words in the profile are told from the guest's own; however the screen is
    opened, and whichever of them is shown only to search engines."""
    guest = logged_in(people.writer)
    url = reverse("before_send", args=[post.pk])
    opened = guest.get(url)
    assert "on tallentanut" not in opened.content.decode()
    seen = opened.context["form"].initial["seen"]
    words = {"biography": "Toimittajan sanoja.", "seo_title": "Toimittajan haku"}
    revise(profile, people.editor, **words)
    pressed = guest.post(url, {"seen": seen, "consent": "on"})
    assert f'href="#profile-{profile.pk}"' in pressed.content.decode()
    for response in (pressed, guest.get(url)):
        html = response.content.decode()
        assert "on tallentanut editor" in html
        assert "Sivulla ei ole sen jälkeen muuttunut mikään." not in html
        assert 'id="id_consent" required>' in html
        (shown,) = response.context["profiles"]
        (difference,) = shown["differences"]
        assert "Toimittajan" in difference.shown
        assert shown["beside"].has_changes
    revise(profile, people.writer, biography="Omia sanoja.")
    revise(profile, people.editor, biography="Omia sanoja.", seo_title="Toinen haku")
    html = guest.get(url).content.decode()
    assert "Toinen haku" in html
    assert "Sivulla ei ole sen jälkeen muuttunut mikään." not in html


def test_a_translation_names_the_author_as_its_original_does(people):
    """Not as the profile's draft does, which nobody has approved."""
    profile = make_author("Hyvä", "Sana", saved_by=people.editor)
    post = make_post(people.writer, authors=[profile])
    submit(post, people.writer)
    approve(post, people.editor2)
    revise(profile, people.editor, given_name="Paha")
    swedish = publish_translation_by_review(
        fresh(post), people.translator, people.reviewer
    )
    for page in (post, swedish):
        assert "Hyvä Sana" in read(page)[1]
        assert "Paha Sana" not in read(page)[1]
