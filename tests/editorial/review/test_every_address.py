"""Every address of the admin, fetched and posted to: no stranger sees a marked word, and nothing
public changes.

Made from the URL resolver, never from a list made by hand: a new address with a place that this
test does not know fails it.
"""

import datetime
import re

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import OverridableSegment, StringSegment

from blog.invitations.services import invite
from blog.models import BlogPage
from kdsite.editorial.models import Release, ReviewTask
from kdsite.editorial.private_links import links
from tests.support.addresses import addresses, routes, unknown_places
from tests.support.factories import make_author, make_image, make_post, make_question
from tests.support.helpers import (
    logged_in,
    make_slot,
    publish,
    revise,
    submit,
    task_state,
    translate,
)

pytestmark = pytest.mark.django_db

MARKED = re.compile(r"SALA[A-ZÄÖ]+|Piilonimi")
# Not a view of ours or Wagtail's that shows or changes anything; or it ends the session.
LEFT_OUT = re.compile(
    r"^admin/(logout|failwhale|test404|sprite|jsi18n|password_reset|login)"
    r"|^admin/account|\.\*|editing-sessions|^admin/localize/jsi18n"
)


def set_the_scene(people):
    """Somebody else's drafts, files, profile and new versions, each with a marked word."""
    author = make_author("Hemmo", "Piilonimi", user=people.writer, job_title="SALATYÖ")
    image = make_image(people.writer, title="SALAKUVA")
    document = get_document_model().objects.create(
        title="SALATIEDOSTO",
        file=ContentFile(b"x", name="x.txt"),
        uploaded_by_user=people.writer,
    )
    draft = make_post(
        people.writer,
        title="SALAOTSIKKO",
        authors=[author],
        hero_image=image,
        hero_alt="SALAALT",
        body=[("paragraph", "<p>SALATEKSTI</p>")],
    )
    waiting = make_post(people.writer, title="SALAJONO", authors=[author])
    submit(waiting, people.writer)
    public = publish(
        make_post(people.writer, title="Julkinen"), people.writer, people.editor
    )
    revise(public, people.writer, title="SALAUUSI")
    target, record = translate(public, people.translator)
    planned = make_slot(days=9, working_title="SALASUUNNITELMA", note="SALAMUISTIO")
    slot = make_slot(draft, days=12, writer=people.writer2)
    question = make_question(
        datetime.date(2031, 1, 1), "SALAKYSYMYS", saved_by=people.editor
    )
    slot = make_slot(days=60, working_title="SALASUUNNITELMA")
    invitation = invite(
        people.editor, "Helmi", "Piilonimi", "helmi@example.fi", "fi", slot=slot
    )
    return {
        "author": author,
        "image": image,
        "document": document,
        "draft": draft,
        "waiting": waiting,
        "public": public,
        "target": target,
        "record": record,
        "planned": planned,
        "slot": slot,
        "question": question,
        "invitation": invitation,
        "link": links.send(
            draft, people.editor, "lukija@example.org", "fi", "Lukija Piilonimi"
        ),
    }


@pytest.fixture
def values(scene):
    """What stands in the places of the addresses."""
    shown = [
        scene.draft,
        scene.waiting,
        scene.public,
        scene.author,
        scene.question,
        scene.target,
    ]
    pages = [page.pk for page in shown]
    parent = scene.draft.get_parent().pk
    revisions = [page.latest_revision_id for page in shown]
    image, document, record = scene.image, scene.document, scene.record
    state = task_state(scene.waiting)
    segment = StringSegment.objects.filter(source=record.source).first()
    override = OverridableSegment.objects.filter(source=record.source).first()
    task = ReviewTask.objects.first()
    ids = [*pages, image.pk, document.pk, scene.planned.pk, scene.slot.pk]
    return {
        "page_id": pages,
        "parent_page_id": [parent],
        "page_to_move_id": pages,
        "page_pk": pages,
        "destination_id": [parent],
        "revision_id": revisions,
        "revision_id_a": ["live", "earliest", revisions[0]],
        "revision_id_b": ["latest", revisions[0]],
        "task_state_id": [state.pk],
        "task_id": [task.pk],
        "task_pk": [task.pk],
        "workflow_pk": [task.workflow.pk],
        "workflow_state_id": [state.workflow_state_id],
        "action_name": ["approve", "reject"],
        "translation_id": [record.pk],
        "translation_source_id": [record.source_id],
        "string_segment_id": [segment.pk],
        "overridable_segment_id": [override.pk if override else 0],
        "mode": [""],
        "app_label": ["wagtailcore", "blog", "kdsite", "wagtaildocs"],
        "app_name": ["blog", "kdsite"],
        "model_name": ["page", "blogpage", "siteimage", "document"],
        "content_type_app_name": ["blog"],
        "content_type_model_name": ["blogpage"],
        "action": ["delete", "move", "unpublish", "publish", "add_tags"],
        "language": ["sv", "fi"],
        "image_id": [image.pk],
        "document_id": [document.pk],
        "document_filename": ["x.txt"],
        "doc_id": [document.pk],
        "collection_id": [1],
        "uploaded_image_id": [image.pk],
        "uploaded_file_id": [image.pk],
        "object_id": pages,
        "session_id": [1],
        "pk": ids,
        "filter_spec": ["width-100"],
        "site_pk": [1],
        "group": ["blog"],
        "lang": ["fi"],
        "block_id": ["x"],
        "path": ["x"],
        "tag_pk": [1],
        "user_pk": [1],
        "tag_model_name": ["tag"],
        "format": ["csv"],
        "redirect_id": [1],
        "upload_id": [1],
        "invitation_id": [scene.invitation.pk],
        "slot_id": [scene.slot.pk],
        "link_id": [scene.link.pk],
        "release_id": [Release.objects.latest("pk").pk],
        "number": [0],
    }


def admin_routes():
    found = (route for route in routes() if route.startswith("admin/"))
    return [route for route in found if not LEFT_OUT.search(route)]


def test_every_place_is_known(values):
    """An address with a place that nothing here fills must be thought about."""
    unknown = {
        route: names
        for route in admin_routes()
        if (names := unknown_places(route, values))
    }
    assert unknown == {}


@pytest.mark.parametrize("name", ["writer2", "translator"])
def test_no_address_shows_a_strangers_words(people, scene, values, name):
    """Titles, text, names, files and new versions of somebody else stay out of every page."""
    client = logged_in(getattr(people, name))
    own = {"SALAUUSI"} if name == "translator" else set()
    shown = {}
    for route in admin_routes():
        for address in addresses(route, values):
            query = f"?id={values['page_id'][0]}" if "/bulk/" in address else "?q=SALA"
            with transaction.atomic():
                response = client.get(address + query)
                transaction.set_rollback(True)
            assert response.status_code < 500, address
            if response.streaming:
                continue
            # What one has searched for is shown in the search box.
            text = response.content.decode(errors="replace").replace("q=SALA", "")
            if found := set(MARKED.findall(text)) - own:
                shown[address] = found
    assert shown == {}


@pytest.mark.parametrize("name", ["writer", "translator", "editor", "admin"])
def test_no_post_changes_what_is_public(people, scene, values, name):
    """An empty POST to every address publishes nothing and changes no public word."""
    client = logged_in(getattr(people, name))
    # Upstream's forms take their own fields for granted; here only the outcome counts.
    client.raise_request_exception = False
    before = public_words()
    changed = []
    for route in admin_routes():
        for address in addresses(route, values, limit=6):
            query = f"?id={values['page_id'][0]}" if "/bulk/" in address else ""
            with transaction.atomic():
                client.post(address + query)
                if public_words() - before:
                    changed.append(address)
                transaction.set_rollback(True)
    approvals = [address for address in changed if "/approve/" in address]
    # The one way: an editor approves what a guest has sent.
    assert bool(approvals) == (name == "editor")
    assert [address for address in changed if address not in approvals] == []


def public_words():
    """Every public page's words, as a set that can be compared."""
    rows = Page.objects.live().values_list("pk", "title", "url_path", "live_revision")
    posts = BlogPage.objects.live().values_list("pk", "lead", "own_question")
    restricted = PageViewRestriction.objects.values_list("page", "restriction_type")
    return {*rows, *posts, *restricted}
