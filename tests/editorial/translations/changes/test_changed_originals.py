"""An original that changes while its translation is being written: nobody writes anything anew."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail_localize.models import StringSegment, StringTranslation

from kdsite.editorial.models import EarlierWording
from kdsite.editorial.page_kinds import translation_of
from tests.editorial.translations.in_the_editor import open_editor, put, saved_to
from tests.editorial.translations.public_in_both import change
from tests.support.factories import make_post
from tests.support.helpers import approve, fresh, logged_in, publish, send, translate

pytestmark = pytest.mark.django_db

SAID = {"Soutu": "Rodd", "Kuka soutaa?": "Vem ror?", "Vene kulkee.": "Båten går."}
TYPED = "Det skrivna, aldrig sända stycket."


def set_the_scene(people):
    """A translation that is written whole, and not sent."""
    body = [("paragraph", "<p>Vene kulkee.</p><p>Joki virtaa.</p>")]
    post = make_post(people.writer, "Soutu", lead="Kuka soutaa?", body=body)
    post = publish(post, people.writer, people.editor)
    page, _record = translate(post, people.translator)
    for words, said in (SAID | {"Joki virtaa.": TYPED}).items():
        write(people.translator, page, words, said)
    return {"post": post, "page": page}


def write(user, page, original, words):
    """In the editor, in the place of ``original``."""
    source = translation_of(page).source
    for segment in StringSegment.objects.filter(source=source, string__data=original):
        address = saved_to(user, page)["string", segment.pk]
        assert put(user, address, words).status_code in (200, 201)


def paragraph(post, last):
    """Its body, with these words in the last paragraph."""
    body = fresh(post).body
    raw = [dict(block) for block in body.raw_data]
    raw[0]["value"] = f"<p>Vene kulkee.</p><p>{last}</p>"
    return type(body)(body.stream_block, raw, is_lazy=True)


def changed(scene, people, last="Joki virtaa!"):
    change(scene.post, people, body=paragraph(scene.post, last))


def bring_up_to_date(people, scene):
    """The button of the editor."""
    html = open_editor(people.translator, scene.page)
    action = reverse("editorial:translate", args=[scene.post.pk, "sv"])
    assert action in html
    logged_in(people.translator).post(action)


def today(html):
    """The column “The translation today”."""
    table = html.partition('class="changed-strings"')[2].partition("</table>")[0]
    rows = re.findall(r"<td[^>]*>(.*?)</td>", table, re.S)
    return [unescape(strip_tags(cell)).strip() for cell in rows[2::3]]


def earlier_url(scene):
    return reverse("translation_strings:earlier", args=[translation_of(scene.page).pk])


def earlier(people, scene):
    return logged_in(people.translator).get(earlier_url(scene)).content.decode()


def test_the_comparison_says_what_was_typed(scene, people):
    """Sent or not, before and after the translation is brought up to date; never the original."""
    changed(scene, people)
    assert today(open_editor(people.translator, scene.page)) == [TYPED]
    bring_up_to_date(people, scene)
    assert today(open_editor(people.translator, scene.page)) == [TYPED]


def test_what_nobody_has_typed_is_empty(scene, people):
    """It is not the original's words, which stand in the draft in its place."""
    StringTranslation.objects.filter(data=TYPED).delete()
    changed(scene, people)
    assert today(open_editor(people.translator, scene.page)) == ["–"]


@pytest.mark.parametrize("is_sent", [False, True])
def test_the_typed_words_can_be_taken_back(scene, people, is_sent):
    """They are offered beside the string that has nothing now, with what the original said then."""
    if is_sent:
        send(translation_of(scene.page), people.translator)
        approve(scene.page, people.reviewer)
    changed(scene, people)
    bring_up_to_date(people, scene)
    assert earlier_url(scene) in open_editor(people.translator, scene.page)
    html = earlier(people, scene)
    assert TYPED in html
    assert "Joki virtaa!" in html and "Joki virtaa." in html
    assert "Vem ror?" not in html
    kept = EarlierWording.objects.get()
    assert kept.written_by == people.translator
    seen = re.search(r'name="seen" value="([^"]+)"', html)[1]
    logged_in(people.translator).post(
        earlier_url(scene), {"earlier": kept.pk, "seen": seen}
    )
    row = StringTranslation.objects.get(translation_of__data="Joki virtaa!")
    assert row.data == TYPED


def test_they_stay_while_it_changes_again(scene, people):
    """Also where nothing was written in between, and back again; and once only."""
    for last in ("Joki virtaa!", "Joki virtaa?", "Joki virtaa!", "Joki virtaa?"):
        changed(scene, people, last)
        bring_up_to_date(people, scene)
        assert earlier(people, scene).count(f">{TYPED}<") == 1


def test_nothing_is_kept_of_what_stays(scene, people):
    """A string whose words did not change is not there twice."""
    changed(scene, people)
    bring_up_to_date(people, scene)
    assert [each.data for each in EarlierWording.objects.all()] == [TYPED]
    said = StringTranslation.objects.filter(data__in=SAID.values())
    assert {row.data for row in said} == set(SAID.values())


def test_words_that_moved_into_another_block_stay_with_it(scene, people):
    """wagtail-localize takes them for a new string there."""
    body = scene.post.body
    raw = [dict(block) for block in body.raw_data]
    raw[0]["value"] = "<p>Vene kulkee.</p>"
    raw = [{"type": "paragraph", "value": "<p>Joki virtaa.</p>"}, *raw]
    change(scene.post, people, body=type(body)(body.stream_block, raw, is_lazy=True))
    bring_up_to_date(people, scene)
    draft = fresh(scene.page).get_latest_revision_as_object()
    assert TYPED in draft.body[0].value.source
