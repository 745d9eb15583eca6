"""The reviews stay as the site made them: without one, what is sent would be saved in silence, and
what waits for somebody would be cancelled."""

from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.models import Workflow, WorkflowTask

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import ReviewTask


def check_stays(workflow):
    """:raises Refusal: texts pass through the review that ``workflow`` is."""
    reviews = ReviewTask.objects.filter(workflow_tasks__workflow=workflow)
    if workflow.pk and reviews.exists():
        raise Refusal(
            _(
                "Texts pass through this review, so it stays: without it nothing can be sent or "
                "published. Who decides in it is changed in its task."
            )
        )


def _check_saved(sender, instance, raw=False, **kwargs):
    if not raw and not instance.active:
        check_stays(instance)


def _check_step(sender, instance, raw=False, **kwargs):
    """Another step would stand beside the review, or take its place: also another review."""
    before = WorkflowTask.objects.filter(pk=instance.pk).first()
    if not raw and (before is None or before.task_id != instance.task_id):
        check_stays(instance.workflow)


def _check_deleted(sender, instance, **kwargs):
    if ReviewTask.objects.filter(pk=instance.task_id).exists():
        check_stays(instance.workflow)


def connect():
    """Put the checks in force; called once, when the apps are ready."""
    for signal, check, model in (
        (pre_save, _check_saved, Workflow),
        (pre_save, _check_step, WorkflowTask),
        (pre_delete, _check_deleted, WorkflowTask),
    ):
        signal.connect(check, model, dispatch_uid=f"kdsite.reviews.{check.__name__}")
