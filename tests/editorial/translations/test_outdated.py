"""Which translations are behind, who may say that it does not matter, and what readers are told."""

import datetime

import pytest
from django.urls import reverse
from wagtail.blocks import StreamValue
from wagtail.models import Page, PageLogEntry

from blog.models import BlogPageTheme
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.releases.back_to_draft import take_back_to_draft
from kdsite.editorial.texts.outdated import is_outdated, outdated_for, outdated_ids
from kdsite.editorial.texts.string_changes import Change, How, changed_strings
from kdsite.editorial.translations.outdated_decisions import (
    declare_of_no_consequence,
    tell_readers,
)
from tests.support.factories import make_image, make_post, make_theme
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    make_slot,
    publish,
    publish_translation,
    read,
    revise,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db

PARAGRAPHS = [
    ("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>"),
    ("paragraph", "<p>Ensin kuunnellaan.</p><p>Sitten päätetään.</p>"),
]


def set_the_scene(people):
    image = make_image(people.editor)
    post = make_post(
        people.writer, body=PARAGRAPHS, hero_image=image, hero_alt="Venesatama"
    )
    post = publish(post, people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    return {"post": post, "swedish": swedish}


@pytest.fixture
def post(scene):
    """A public original with a hero picture and two paragraphs."""
    return scene.post


@pytest.fixture
def swedish(scene):
    """Its public translation."""
    return scene.swedish


def change(post, people, **changes):
    """A correction by the writer, approved by the editor."""
    revise(post, people.writer, **changes)
    return publish(post, people.writer, people.editor)


def test_a_translation_is_behind_once_the_change_is_public(people, post, swedish):
    """A draft of a change makes nothing behind; its publication does."""
    assert not is_outdated(swedish)
    revise(post, people.writer, title="Eri suuntiin")
    assert not is_outdated(swedish)
    submit(post, people.writer)
    assert not is_outdated(swedish)
    approve(post, people.editor)
    assert is_outdated(swedish)
    assert not is_outdated(post)
    assert list(outdated_for(people.editor)) == [Page.objects.get(pk=swedish.pk)]
    assert list(outdated_for(people.translator)) == [Page.objects.get(pk=swedish.pk)]


def test_it_is_current_again_when_the_new_translation_is_public(people, post, swedish):
    """Bringing it up to date is not enough: readers see the old words until then."""
    change(post, people, title="Eri suuntiin")
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator, words=lambda text: f"ny {text}")
    send(record, people.translator)
    assert is_outdated(swedish)
    approve(swedish, people.reviewer)
    assert not is_outdated(swedish)


def test_it_is_current_again_when_the_original_is_changed_back(people, post, swedish):
    """What counts is words, not dates."""
    change(post, people, title="Eri suuntiin")
    change(post, people, title="Samaan suuntaan")
    assert not is_outdated(swedish)


def _theme(draft, people):
    theme = publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    draft.post_themes = [BlogPageTheme(theme=theme)]


def _date(draft, people):
    draft.date = datetime.date(2026, 1, 13)


def _slug(draft, people):
    draft.slug = "uusi-osoite"


def _focus(draft, people):
    image = draft.hero_image
    image.focal_point_x, image.focal_point_y = 10, 10
    image.focal_point_width = image.focal_point_height = 50
    image.save()


@pytest.mark.parametrize("make", [_theme, _date, _slug, _focus])
def test_what_holds_no_words_does_not_count(people, post, swedish, make):
    """Neither a theme nor a date, an address or the focus of a picture."""
    draft = fresh(post).get_latest_revision_as_object()
    make(draft, people)
    draft.save_revision(user=people.editor)
    publish(post, people.editor, people.editor2)
    assert not is_outdated(swedish)


def test_the_order_of_paragraphs_counts(people, post, swedish):
    """The same words in another order are another text."""
    body = fresh(post).body
    turned = StreamValue(body.stream_block, [*body.raw_data][::-1], is_lazy=True)
    change(post, people, body=turned)
    assert is_outdated(swedish)


def test_a_translation_that_waits_is_behind_too(people):
    """Approved for the same slot, and then the original was changed."""
    post = make_post(people.writer)
    make_slot(post)
    publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    assert not is_outdated(target)
    take_back_to_draft(post, people.editor)
    change(post, people, title="Eri suuntiin")
    assert is_outdated(target)


def test_a_started_translation_is_behind_too(people):
    """Nobody finishes a translation of words that are gone."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    target, _record = translate(post, people.translator)
    assert not is_outdated(target)
    change(post, people, title="Eri suuntiin")
    assert is_outdated(target)
    translate(post, people.translator)
    assert not is_outdated(target)


def test_a_list_costs_one_query(people, post, swedish, django_assert_num_queries):
    """However many pages there are."""
    change(post, people, title="Eri suuntiin")
    pages = list(Page.objects.all())
    with django_assert_num_queries(1):
        assert outdated_ids(pages) == {swedish.pk}


def compare(page):
    return reverse("editorial:comparison", args=[page.pk])


def test_the_team_sees_what_is_behind_and_just_what_changed(people, post, swedish):
    """On their front page, in the report, and string by string beside today's translation."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(people.translator)
    for address in ("/admin/", reverse("editorial:behind")):
        assert compare(swedish) in client.get(address).content.decode()
    changes = client.get(compare(swedish)).context["comparison"].changes
    assert [(c.how, c.before, c.now, c.present) for c in changes] == [
        ("changed", "Samaan suuntaan", "Eri suuntiin", "sv Samaan suuntaan")
    ]


def test_the_editor_of_the_translation_shows_what_changed(people, post, swedish):
    """Before and after the translation is brought up to date, until it is done."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(people.translator)
    page = client.get(edit_url(swedish)).content.decode()
    button = reverse("editorial:translate", args=[post.pk, "sv"])
    assert "sv Samaan suuntaan" in page
    assert button in page
    client.post(button)
    page = client.get(edit_url(swedish)).content.decode()
    assert "translation-behind" in page
    assert button not in page
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(swedish, people.reviewer)
    page = client.get(edit_url(swedish)).content.decode()
    assert "translation-behind" not in page


@pytest.mark.parametrize("name", ["writer", "writer2"])
def test_guests_have_neither_list_nor_comparison(people, post, swedish, name):
    """They have no part in it."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(getattr(people, name))
    for address in (reverse("editorial:behind"), compare(swedish)):
        assert client.get(address).status_code == 302
    assert compare(swedish) not in client.get("/admin/").content.decode()


def test_an_editor_says_that_a_change_does_not_matter(people, post, swedish):
    """The translation is current again, with a line in its history; the next change counts."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(people.editor)
    seen = client.get(compare(swedish)).context["form"].initial["seen"]
    client.post(compare(swedish), {"action": "accept", "seen": seen})
    assert not is_outdated(swedish)
    entry = PageLogEntry.objects.get(action="editorial.no_consequence")
    assert (entry.user, entry.page_id) == (people.editor, swedish.pk)
    assert entry.message
    change(post, people, title="Aivan eri suuntiin")
    assert is_outdated(swedish)


def test_it_is_said_of_the_text_that_was_read(people, post, swedish):
    """A change made meanwhile has not been judged by anybody."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(people.editor)
    seen = client.get(compare(swedish)).context["form"].initial["seen"]
    change(post, people, title="Aivan eri suuntiin")
    client.post(compare(swedish), {"action": "accept", "seen": seen})
    assert is_outdated(swedish)


@pytest.mark.parametrize("name", ["writer", "translator", "reviewer"])
def test_only_an_editor_says_so(people, post, swedish, name):
    """Neither the writer nor the team that would have the work."""
    change(post, people, title="Eri suuntiin")
    with pytest.raises(Refusal):
        declare_of_no_consequence(swedish, getattr(people, name))
    with pytest.raises(Refusal):
        tell_readers(swedish, getattr(people, name))
    assert is_outdated(swedish)


def test_an_editor_does_not_say_so_of_a_change_of_their_own(people, post, swedish):
    """Whoever wrote it is not the one who finds it small."""
    revise(post, people.editor, title="Eri suuntiin")
    publish(post, people.editor, people.editor2)
    with pytest.raises(Refusal):
        declare_of_no_consequence(swedish, people.editor)
    declare_of_no_consequence(swedish, people.editor2)
    assert not is_outdated(swedish)


def test_what_is_current_is_not_declared(people, swedish):
    """Nothing to say where nothing has changed."""
    with pytest.raises(Conflict):
        declare_of_no_consequence(swedish, people.editor)
    with pytest.raises(Conflict):
        tell_readers(swedish, people.editor)


def test_readers_are_told_only_if_an_editor_asks(people, post, swedish):
    """In their language, with a link to the original; a new translation is silent again."""
    line = "Originalet har ändrats"
    change(post, people, title="Eri suuntiin")
    assert line not in read(swedish)[1]
    client = logged_in(people.editor)
    client.post(compare(swedish), {"action": "tell", "seen": "x"})
    text = read(swedish)[1]
    assert line in text
    assert f'href="{post.url}"' in text
    assert line not in read(post)[1]
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(swedish, people.reviewer)
    assert line not in read(swedish)[1]
    change(post, people, title="Aivan eri suuntiin")
    assert line not in read(swedish)[1]


def test_the_approver_is_asked_at_once(people, post, swedish):
    """After the approval of a change the comparison is one click away."""
    revise(post, people.writer, title="Eri suuntiin")
    submit(post, people.writer)
    client = logged_in(people.editor)
    address = reverse("editorial:review", args=[post.pk])
    seen = client.get(address).context["form"].initial["seen"]
    response = client.post(
        address, {"action": "approve", "seen": seen, "comment": ""}, follow=True
    )
    assert compare(swedish) in str(next(iter(response.context["messages"])))


def test_links_in_a_translation_lead_to_pages_of_its_language(people):
    """Where the linked page has a public version in it; until then to the original."""
    other = publish(
        make_post(people.writer, title="Toinen"), people.writer, people.editor
    )
    link = f'<p>Lue <a linktype="page" id="{other.pk}">toinen</a>.</p>'
    post = make_post(people.writer, title="Linkit", body=[("paragraph", link)])
    post = publish(post, people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    assert f'href="{other.url}"' in read(swedish)[1]
    translated = publish_translation(other, people.translator, people.reviewer)
    assert f'href="{translated.url}"' in read(swedish)[1]
    assert f'href="{other.url}"' in read(post)[1]


def test_strings_that_differ():
    """Changed, added, removed and moved, also inside one block; the rest is left out."""
    old = [["title", "A"], ["body.1", "one"], ["body.1", "two"], ["body.2", "three"]]
    said = [[path, f"sv {text}"] for path, text in old]
    assert changed_strings(old, old, said) == []
    new = [["title", "B"], *old[1:]]
    assert changed_strings(old, new, said) == [
        Change(How.CHANGED, "title", "A", "B", "sv A")
    ]
    assert changed_strings(old, old[:2] + old[3:], said) == [
        Change(How.REMOVED, "body.1", "two", "", "sv two")
    ]
    assert changed_strings(old, [*old, ["body.3", "four"]], said) == [
        Change(How.ADDED, "body.3", "", "four", "")
    ]
    swapped = [old[0], old[3], old[1], old[2]]
    assert {c.how for c in changed_strings(old, swapped, said)} == {How.MOVED}
    inside = [old[0], old[2], old[1], old[3]]
    assert [(c.how, c.present) for c in changed_strings(old, inside, said)] == [
        (How.MOVED, f"sv {changed_strings(old, inside)[0].now}")
    ]
