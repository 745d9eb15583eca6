"""What stands in the places of the addresses."""

import pytest
from django.contrib.auth.backends import ModelBackend
from wagtail_localize.models import OverridableSegment, StringSegment

from kdsite.editorial.models import Release, ReviewTask
from tests.support.helpers import logged_in, task_state

REDIRECTS = "kdsite.middleware.redirects.PublicRedirectMiddleware"


@pytest.fixture
def visitor(people, settings, monkeypatch):
    """``visitor(name)``: a client of that person, who is read once and not for every address.

    Old addresses of readers' pages are not looked up where the admin has none.
    """
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != REDIRECTS]

    def client(name):
        person = getattr(people, name)
        monkeypatch.setattr(ModelBackend, "get_user", lambda self, pk: person)
        return logged_in(person)

    return client


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
        "workflow_pk": [task.workflows.get().pk],
        "workflow_state_id": [state.workflow_state_id],
        "action_name": ["approve", "reject"],
        "translation_id": [record.pk],
        "translation_source_id": [record.source_id],
        "string_segment_id": [segment.pk],
        "overridable_segment_id": [override.pk if override else 0],
        "mode": [""],
        "app_label": ["wagtailcore", "blog", "kdsite", "kdsite"],
        "app_name": ["wagtailcore", "blog", "kdsite", "kdsite"],
        "model_name": ["page", "blogpage", "siteimage", "sitedocument"],
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
        "tie_id": [scene.tie.pk],
    }
