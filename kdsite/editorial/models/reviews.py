"""Review tasks, and who has approved which revision."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import (
    AbstractGroupApprovalTask,
    Page,
    Revision,
    TaskState,
    Workflow,
)

from kdsite.editorial.locks import ReviewLock
from kdsite.editorial.page_kinds import Kind, kind_of


class Role(models.TextChoices):
    """In what capacity somebody approved."""

    MEMBER = "member", gettext_lazy("member of the deciding group")
    AUTHOR = "author", gettext_lazy("named author")
    STAND_IN = "stand_in", gettext_lazy("stand-in")


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
        return cls.deciding_on(page).prefetch_related("groups").first()

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
        from kdsite.editorial.review import decisions

        return decisions.actions(obj, user)

    @transaction.atomic
    def on_action(self, task_state, user, action_name, comment="", seen=None, **kwargs):
        """Decide on exactly the page that ``task_state`` belongs to.

        :param seen: what the reviewer saw, as :func:`.decisions.token_of` gave it; without it, the
            revision that was submitted.
        :raises Conflict: decided already, or the text is newer than what was seen.
        :raises Refusal: this person may not decide so.
        """
        from kdsite.editorial.review import decisions

        decisions.decide(action_name, task_state, user, seen=seen, comment=comment)


class Approval(models.Model):
    """One person's word that exactly this text may be public. Kept for good.

    ``saved_at`` is the revision's time of saving when it was read: autosave writes over a
    revision in place, with the same id (measured on Wagtail 8.0.1).
    """

    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="approvals"
    )
    saved_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="approvals",
    )
    # In the place of ``user``: a named author without an account, who answered by a link.
    author = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    author_name = models.CharField(max_length=255, blank=True)
    role = models.CharField(max_length=20, choices=Role.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "saved_at", "user"], name="approve_once"
            ),
            models.UniqueConstraint(
                fields=["revision", "saved_at", "author"], name="confirm_once"
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False, author=None, author_name="")
                | (Q(user=None, role=Role.AUTHOR) & ~Q(author_name="")),
                name="one_person_approves",
            ),
        ]

    def __str__(self):
        return f"{self.author_name or self.user} – {self.get_role_display()}"

    @classmethod
    def give(cls, revision, role, **who):
        """Somebody's word for ``revision`` as it is now; where they gave it before and a “no” has
        ended it since, it is given anew.

        :param who: ``user``, or ``author_id`` and ``author_name``.
        """
        who |= {"revision": revision, "saved_at": revision.created_at}
        before = cls.objects.filter(**who)
        if before.update(role=role, created_at=timezone.now()):
            return before.get()
        return cls.objects.create(role=role, **who)

    def log(self, page, comment="", **data):
        """Write the approval to the page's history, with the role it was given in.

        :param data: what else the record keeps, such as the address that answered.
        """
        log(
            instance=page,
            action="editorial.approve",
            user=self.user,
            revision=self.revision,
            data={"role": self.role, "name": self.author_name, "comment": comment}
            | data,
        )
