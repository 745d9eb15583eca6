"""The right to publish, confirmed by whoever writes: the sentence, by whom, for what, when."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log

from kdsite.editorial.models import DraftAnswer
from kdsite.editorial.page_kinds import is_translation
from kdsite.editorial.policy import approval_rule


def statement():
    """The sentence that people confirm, in the active language."""
    right = _("I confirm that I have the right to publish the text and the pictures.")
    byline = _(
        "I agree that my name, title and organisation are published with the text."
    )
    return f"{right} {byline}"


def _moment(at):
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")


class Consent(models.Model):
    """One person's word that a post may be published in their name. Never changed."""

    page = models.ForeignKey(
        "blog.BlogPage", on_delete=models.CASCADE, related_name="consents"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Kept here, because some authors have no account and accounts may be deleted.
    name = models.CharField(max_length=255)
    text = models.TextField()
    language = models.CharField(max_length=10)
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["given_at", "pk"]

    def __str__(self):
        return self.name

    def as_fact(self, answers=()):
        """A sentence for whoever decides on the post.

        :param answers: what the post's authors answered by private links, the newest first.
        """
        fact = {"name": self.name, "when": _moment(self.given_at), "text": self.text}
        said = next((each for each in answers if self._is_of(each.link)), None)
        if said is None or said.is_fine or said.created_at < self.given_at:
            return _("%(name)s has confirmed %(when)s: “%(text)s”") % fact
        return _(
            "%(name)s has taken this back %(back)s: “%(text)s” It was confirmed %(when)s."
        ) % (fact | {"back": _moment(said.created_at)})

    def _is_of(self, link):
        """Is the holder of ``link`` who gave it? An author without an account goes by their name."""
        if self.user_id and link.user_id:
            return self.user_id == link.user_id
        return self.name == link.name

    @classmethod
    @transaction.atomic
    def give(cls, page, revision, user=None, name="", text="", language=""):
        """Record that somebody confirms the right to publish ``page``, and log it.

        :param revision: the version that was read when it was confirmed.
        :param user: the account, or ``None`` for a named author without one.
        :param name: who it is; left empty, taken from the account.
        :param text: the sentence that was on the screen; left empty, it is
            :func:`statement` in ``language`` (left empty: the active one).
        :returns: the :class:`Consent`.
        """
        language = language or get_language() or settings.LANGUAGE_CODE
        with override(language):
            text = text or statement()
        consent = cls.objects.create(
            page_id=page.pk,
            revision=revision,
            user=user,
            name=name or get_user_display_name(user),
            text=text,
            language=language[:2],
        )
        log(
            instance=page,
            action="blog.consent",
            user=user,
            revision=revision,
            data={"name": consent.name, "text": text},
        )
        return consent

    @classmethod
    def is_missing(cls, page, user):
        """Must ``user`` still confirm the right before ``page`` is sent for review?

        Once for each post, and anew where whoever did has taken it back since; not from members of the group that decides on it, who answer for
        what they bring in, nor for a translation, whose original has it.
        """
        if user is None or user.is_superuser or is_translation(page):
            return False
        taken_back = DraftAnswer.objects.filter(
            Q(link__user=OuterRef("user")) | Q(link__name=OuterRef("name")),
            link__page=OuterRef("page"),
            link__for_author=True,
            is_fine=False,
            created_at__gte=OuterRef("given_at"),
        )
        given = cls.objects.filter(~Exists(taken_back), page_id=page.pk)
        return not (given.exists() or approval_rule.is_member(user, page))
