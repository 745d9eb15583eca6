"""What people have said of a text: yes or no, to exactly what they were shown."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, Revision

from kdsite.editorial.mailboxes import mailbox_of
from kdsite.editorial.models.links import DraftLink


class Role(models.TextChoices):
    """In what capacity somebody's word counts."""

    MEMBER = "member", _("member of the deciding group")
    AUTHOR = "author", _("named author")
    STAND_IN = "stand_in", _("stand-in")


class Answer(models.TextChoices):
    """What somebody said."""

    YES = "yes", _("May be public as it is")
    NO = "no", _("Must change")
    # Approves nothing: a member has seen what an author without an account answered.
    READ = "read", _("Has read it")


class Way(models.TextChoices):
    """Where somebody said it."""

    REVIEW = "review", _("Review")
    SENDING = "sending", _("Sending for review")
    LINK = "link", _("Private link")
    # A named author with an account, on the review, beside what a reviewer says there.
    ANSWER = "answer", _("Author's answer")
    TAKING_DOWN = "taking_down", _("Taking down")


class WordQuerySet(models.QuerySet):
    def of_page(self, page_id):
        """Everything said of any version of the page, the newest first, with who said it."""
        said = self.filter(page_id=page_id).select_related("user", "link__created_by")
        return said.order_by("-created_at", "-pk")

    def of_pages(self, ids):
        """:meth:`of_page` for each of ``ids``, by the id; in one query."""
        found = {pk: [] for pk in ids}
        said = self.filter(page_id__in=ids).select_related("user", "link__created_by")
        for word in said.order_by("-created_at", "-pk") if found else ():
            found[word.page_id].append(word)
        return found


class Word(models.Model):
    """One person's word on one page. Never changed, but for the ``role`` in which it counts.

    ``manifest`` is what exactly the word is about: the page, when its words were saved (autosave writes
    over a revision in place, with the same id; measured on Wagtail 8.0.1) and what its files were.
    ``shown`` is all that was on the screen: the manifests of the page and of what goes out with it.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="words")
    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="words"
    )
    manifest = models.CharField(max_length=100)
    shown = models.TextField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="words",
    )
    # In the place of ``user``: a named author without an account, who answered by ``link``.
    author = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    author_name = models.CharField(max_length=255, blank=True)
    link = models.ForeignKey(
        DraftLink, null=True, on_delete=models.CASCADE, related_name="words"
    )
    answer = models.CharField(max_length=10, choices=Answer.choices)
    # Empty while a “yes” counts for nothing, and of a “no” that ends its person's word alone.
    role = models.CharField(max_length=20, choices=Role.choices, blank=True)
    way = models.CharField(max_length=20, choices=Way.choices)
    comment = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = WordQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["page", "-created_at"], name="words_of_page")]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, author=None, author_name="")
                | (Q(user=None, link__isnull=False) & ~Q(author_name="")),
                name="one_person_says_it",
            ),
        ]

    def __str__(self):
        return f"{self.author_name or self.user} – {self.get_answer_display()}"

    @property
    def is_authors(self):
        """Is it an author's answer, by a private link or from their account?"""
        return bool(self.link_id) or self.way == Way.ANSWER

    @property
    def name(self):
        """Whose word it is, as people know them."""
        return self.link.name if self.link_id else get_user_display_name(self.user)

    @property
    def is_members(self):
        """Was it said for the deciding group? Such a “no” ends everybody's “yes”."""
        return self.role in (Role.MEMBER, Role.STAND_IN)

    @property
    def person(self):
        """All that tells who said it: two words that share one of these are one person's."""
        found = {("user", self.user_id), ("author", self.author_id)}
        addresses = [self.user.email] if self.user_id else []
        if self.link_id:
            found |= {("user", self.link.user_id), ("author", self.link.author_id)}
            addresses.append(self.link.address)
        found |= {("mailbox", mailbox_of(address)) for address in addresses if address}
        return {each for each in found if each[1] is not None}

    def is_of(self, revision):
        """Is it about ``revision`` as it is saved now? Its files are not looked at."""
        return self.manifest.startswith(f"{version_of(revision)}#")


def version_of(revision):
    """The part of a manifest that names a page and when its words were saved. A revision in which
    nothing but comments is new has the time of the one before (:meth:`.ModeratedPage.save_revision`).
    """
    return f"{revision.object_id}@{revision.created_at.isoformat()}"
