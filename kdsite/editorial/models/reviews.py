"""Review tasks: the groups that decide on pages."""

from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.utils.translation import gettext_lazy
from wagtail.models import (
    AbstractGroupApprovalTask,
    TaskState,
    Workflow,
)

from kdsite.editorial.locks import ReviewLock
from kdsite.editorial.page_kinds import Kind, kind_of


class ReviewTask(AbstractGroupApprovalTask):
    """The group that decides on one kind of page: originals, or translations into a language."""

    kind = models.CharField(gettext_lazy("kind"), max_length=20, choices=Kind.choices)
    language = models.CharField(
        gettext_lazy("language"),
        max_length=10,
        blank=True,
        help_text=gettext_lazy("The language translated into; empty for originals."),
    )

    lock_class = ReviewLock
    admin_form_fields = [
        *AbstractGroupApprovalTask.admin_form_fields,
        "kind",
        "language",
    ]

    class Meta:
        verbose_name = gettext_lazy("review")
        verbose_name_plural = gettext_lazy("reviews")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language"], name="one_group_decides_per_kind"
            )
        ]

    @classmethod
    def deciding_on(cls, page):
        """The active task for pages of the kind of ``page``, as a query set of at most one."""
        kind, language = kind_of(page)
        return cls.objects.filter(kind=kind, language=language, active=True)

    @classmethod
    def for_page(cls, page):
        """The active task that decides on ``page``'s kind, or ``None``: then nothing publishes."""
        return cls.deciding_on(page).first()

    @classmethod
    def workflow_for(cls, page):
        """The active workflow that consists of that task, or ``None``."""
        return Workflow.objects.filter(
            active=True, workflow_tasks__task__in=cls.deciding_on(page)
        ).first()

    def members(self):
        """Active accounts in the task's groups."""
        return (
            get_user_model()
            .objects.filter(is_active=True, groups__in=self.groups.all())
            .distinct()
        )

    @classmethod
    def in_use(cls):
        """The active tasks, with their groups and everybody in these: see :attr:`members_read`."""
        return cls.objects.filter(active=True).prefetch_related("groups__user_set")

    @property
    def members_read(self):
        """:meth:`members`, of a task of :meth:`in_use`."""
        accounts = {
            user.pk: user
            for group in self.groups.all()
            for user in group.user_set.all()
            if user.is_active
        }
        return list(accounts.values())

    def has_member(self, user):
        return user.is_active and self.members().filter(pk=user.pk).exists()

    def get_task_states_user_can_moderate(self, user, **kwargs):
        states = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        if self.has_member(user) or user.is_superuser:
            return states
        return states.none()

    def user_can_lock(self, obj, user):
        return False

    def get_template_for_action(self, action):
        return ""

    # What Wagtail asks a task, and a service answers.

    def start(self, workflow_state, user=None):
        """Every way into review passes here, Wagtail's own views too.

        :raises Refusal: the page keeps this version back.
        """
        from kdsite.editorial.review import task_calls

        draft = task_calls.checked_draft(workflow_state, user)
        task_state = super().start(workflow_state, user=user)
        task_calls.started(draft, task_state, user)
        return task_state

    def user_can_access_editor(self, obj, user):
        from kdsite.editorial.review import task_calls

        return task_calls.can_edit(obj, user)

    def locked_for_user(self, obj, user):
        from kdsite.editorial.review import task_calls

        return not task_calls.can_edit(obj, user)

    def get_actions(self, obj, user):
        from kdsite.editorial.review import choices

        return choices.actions(obj, user)

    @transaction.atomic
    def on_action(self, task_state, user, action_name, comment="", seen=None, **kwargs):
        """Decide on exactly the page that ``task_state`` belongs to.

        :param seen: what the reviewer saw, as :func:`.manifest_of` gave it; without it, the
            revision that was submitted.
        :raises Conflict: decided already, or the text is newer than what was seen.
        :raises Refusal: this person may not decide so.
        """
        from kdsite.editorial.review import task_calls

        task_calls.decide(action_name, task_state, user, seen=seen, comment=comment)
