"""Nothing that somebody wrote is deleted by somebody else without a word."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
)

from blog.models import BlogPage
from kdsite.editorial.models import EarlierWording
from kdsite.editorial.page_kinds import original_of, translation_of
from tests.editorial.translations.in_the_editor import put, saved_to
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    ask_for_changes,
    edit_url,
    fill_in,
    logged_in,
    publish,
    revise,
    send,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.fixture
def post(people):
    """A draft that a guest owns, a second one wrote in, and a third is named on."""
    author = make_author("Maija", "Malli", user=people.translator)
    post = make_post(people.writer, title="Samassa veneessä", authors=[author])
    body = [("paragraph", "<p>Vene <b>kulkee</b> hiljaa &amp; hyvin.</p>")]
    revise(post, people.writer2, lead="Kuka soutaa?", body=body)
    return post


def one(post):
    return reverse("wagtailadmin_pages:delete", args=[post.pk])


def bulk(post):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return f"{url}?id={post.pk}"


@pytest.mark.parametrize("address", [one, bulk])
def test_whose_page_it_was_gets_its_text(people, post, address):
    """Owner, writer and named author, with the title, the text and who did it; nobody else."""
    logged_in(people.editor).post(address(post))
    assert not BlogPage.objects.exists()
    assert {each.to[0] for each in mail.outbox} == {
        "writer@example.fi", "writer2@example.fi", "translator@example.fi"
    }  # fmt: skip
    for each in mail.outbox:
        assert "Samassa veneessä" in each.subject
        for words in ("editor", "Kuka soutaa?", "Vene kulkee hiljaa & hyvin."):
            assert words in each.body


def test_who_deletes_the_own_draft_hears_nothing(people):
    post = make_post(people.writer)
    logged_in(people.writer).post(one(post))
    assert not BlogPage.objects.exists()
    assert mail.outbox == []


# A translation, whose words stand in its strings until it is sent.


@pytest.fixture
def translation(people):
    """Begun and never sent: two have written in it, a paragraph is left."""
    body = [("paragraph", "<p>Vene <b>kulkee</b> hiljaa.</p>")]
    post = make_post(people.writer, "Silta", lead="Kuka soutaa?", body=body)
    post = publish(post, people.writer, people.editor)
    page, _record = translate(post, people.translator)
    write(people.translator, page, "title", "Bron &amp; ån")
    write(people.reviewer, page, "lead", "Vem <ror?".replace("<", "&lt;"))
    mail.outbox.clear()
    return page


def write(user, page, path, words):
    """A string, in the editor."""
    source = translation_of(page).source
    segment = StringSegment.objects.get(source=source, context__path=path)
    address = saved_to(user, page)["string", segment.pk]
    assert put(user, address, words).status_code in (200, 201)


def told():
    return {each.to[0]: each for each in mail.outbox}


@pytest.mark.parametrize("address", [one, bulk])
def test_the_strings_of_a_translation_are_its_text(people, translation, address):
    """Whoever wrote one gets them all, as they stood; not the original's in their place."""
    logged_in(people.editor).post(address(translation))
    assert not Page.objects.filter(pk=translation.pk).exists()
    letters = told()
    assert {"translator@example.fi", "reviewer@example.fi"} <= letters.keys()
    for each in letters.values():
        assert "Bron & ån" in each.subject
        assert "Vem <ror?" in each.body
        assert "Silta" not in each.subject + each.body
        for words in ("Kuka soutaa?", "kulkee"):
            assert words not in each.body


def test_what_was_written_after_the_last_sending_is_there(people, translation):
    """And what the strings said when it was sent, where it was not written otherwise."""
    record = translation_of(translation)
    fill_in(record, people.translator)
    send(record, people.translator)
    ask_for_changes(translation, people.reviewer)
    write(people.translator, translation, "lead", "Ny ingress")
    mail.outbox.clear()
    logged_in(people.editor).post(one(translation))
    body = told()["translator@example.fi"].body
    for words in ("Ny ingress", "sv Silta", "sv Vene kulkee hiljaa."):
        assert words in body
    assert "sv Kuka soutaa?" not in body


def test_a_translation_of_nothing_brings_no_original(people):
    post = publish(make_post(people.writer, "Silta"), people.writer, people.editor)
    page, _record = translate(post, people.translator)
    mail.outbox.clear()
    logged_in(people.editor).post(one(page))
    assert "gå förlorade" not in told()["translator@example.fi"].body


def begin_anew(people, post):
    url = reverse("editorial:translate", args=[post.pk, "sv"])
    logged_in(people.translator).post(url)
    return post.get_translation_or_none(Locale.objects.get(language_code="sv"))


def test_a_translation_that_is_begun_anew_finds_its_strings(people, translation):
    """With whoever wrote them; what was written over is kept, too."""
    write(people.translator, translation, "title", "Spången")
    post = original_of(translation)
    logged_in(people.editor).post(one(translation))
    begun = Translation.objects.filter(source__object_id=translation.translation_key)
    assert not begun.exists()
    page = begin_anew(people, post)
    assert page.pk != translation.pk
    strings = StringTranslation.objects.filter(context__object=page.translation_key)
    assert dict(strings.values_list("context__path", "data")) == {
        "title": "Spången", "lead": "Vem &lt;ror?"
    }  # fmt: skip
    html = logged_in(people.translator).get(edit_url(page)).content.decode()
    assert "Spången" in html
    earlier = reverse("translation_strings:earlier", args=[translation_of(page).pk])
    assert earlier in html
    assert "Bron" in logged_in(people.translator).get(earlier).content.decode()


def test_nothing_is_left_of_a_page_that_goes_itself(people, translation):
    """Its translation went before it, and the strings waited for another one."""
    write(people.translator, translation, "title", "Spången")
    post = original_of(translation)
    logged_in(people.editor).post(one(translation))
    strings = StringTranslation.objects.filter(data="Spången")
    earlier = EarlierWording.objects.filter(data__startswith="Bron")
    known = TranslatableObject.objects.filter(pk=post.translation_key)
    for each in (strings, earlier, known):
        assert each.exists()
    logged_in(people.admin).post(one(post))
    assert not Page.objects.filter(pk=post.pk).exists()
    for each in (strings, earlier, known):
        assert not each.exists()
