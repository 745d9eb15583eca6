"""A review cannot be taken away from the texts that pass through it, by anybody or in silence."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import ReviewTask
from kdsite.editorial.page_kinds import Kind
from tests.support.factories import make_post
from tests.support.helpers import approve, fresh, logged_in, submit

pytestmark = pytest.mark.django_db

SENTENCE = "Tekstit kulkevat tämän tarkistuksen kautta"


def set_the_scene(people):
    post = make_post(people.writer)
    submit(post, people.writer)
    return {"post": post, "workflow": post.get_workflow()}


def test_it_is_not_switched_off(people, scene):
    """A superuser reads why, and what is in review stays there."""
    client = logged_in(people.admin)
    url = reverse("wagtailadmin_workflows:disable", args=[scene.workflow.pk])
    for html in (client.get(url, follow=True), client.post(url, follow=True)):
        assert SENTENCE in html.content.decode()
    assert Workflow.objects.get(pk=scene.workflow.pk).active
    with pytest.raises(Refusal):
        Workflow.objects.get(pk=scene.workflow.pk).deactivate(people.admin)
    approve(scene.post, people.editor)
    assert fresh(scene.post).live


def test_no_other_step_takes_its_place(people, scene):
    """Nor stands beside it: a stock task of Wagtail's knows no rule, and another review is another
    kind of text's."""
    review = ReviewTask.objects.get(kind=Kind.ORIGINAL)
    stock = GroupApprovalTask.objects.create(name="Muu")
    stock.groups.add(Group.objects.first())
    url = reverse("wagtailadmin_workflows:edit", args=[scene.workflow.pk])
    (row,) = WorkflowTask.objects.filter(workflow=scene.workflow)
    form = {
        "name": scene.workflow.name,
        "active": "on",
        "workflow_tasks-TOTAL_FORMS": "2",
        "workflow_tasks-INITIAL_FORMS": "1",
        "workflow_tasks-MIN_NUM_FORMS": "0",
        "workflow_tasks-MAX_NUM_FORMS": "1000",
        "workflow_tasks-0-id": str(row.pk),
        "workflow_tasks-0-task": str(review.pk),
        "workflow_tasks-0-ORDER": "1",
        "workflow_tasks-1-id": "",
        "workflow_tasks-1-task": str(stock.pk),
        "workflow_tasks-1-ORDER": "2",
        "pages-TOTAL_FORMS": "0",
        "pages-INITIAL_FORMS": "0",
    }
    client = logged_in(people.admin)
    other = ReviewTask.objects.exclude(pk=review.pk).first()
    for changes in (
        {},
        {"workflow_tasks-0-DELETE": "on"},
        {"workflow_tasks-1-task": str(other.pk)},
        {"workflow_tasks-0-task": str(other.pk), "workflow_tasks-TOTAL_FORMS": "1"},
    ):
        answer = client.post(url, form | changes, follow=True)
        assert SENTENCE in answer.content.decode(), changes
        assert [each.task_id for each in scene.workflow.workflow_tasks.all()] == [
            review.pk
        ]


def test_another_workflow_is_anybodys(people, scene):
    """One that no text passes through."""
    other = Workflow.objects.create(name="Muu")
    other.deactivate(people.admin)
    assert not Workflow.objects.get(pk=other.pk).active
