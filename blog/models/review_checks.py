"""What stands between a post and its review: the checks, and the right to publish."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import WorkflowState

from blog import checks
from blog.checks.language import plain, remarks, remarks_on
from blog.models.consent import Consent
from community.models import AuthorPage
from kdsite.blocks.story import texts_of
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.history.changed_files import changed_by_others
from kdsite.editorial.models import DraftAnswer
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.publishing.protected_files import shown_by
from kdsite.editorial.review import asked_changes


class DismissedAdvice(models.Model):
    """Advice on the language of a post that somebody has read and does not follow: it is given no more,
    to nobody. ``passage`` is what it was about (:class:`blog.checks.language.LanguageFinding`)."""

    page = models.ForeignKey(
        "blog.BlogPage", on_delete=models.CASCADE, related_name="dismissed_advice"
    )
    kind = models.CharField(max_length=20)
    passage = models.CharField(max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    dismissed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "kind", "passage"], name="blog_advice_dismissed_once"
            )
        ]

    def __str__(self):
        return self.passage


class CheckedBeforeReviewMixin(models.Model):
    """A post that is checked, and whose writer confirms the right to publish, when it is sent."""

    class Meta:
        abstract = True

    def check_before_review(self, user=None):
        """:raises Refusal: something found blocks, or a guest has not given their consent."""
        for finding in checks.blocking(self):
            raise Refusal(finding.sentence)
        if Consent.is_missing(self, user):
            raise Refusal(
                _(
                    "Confirm first that you have the right to publish the text: choose "
                    "“Send for review” in the editor."
                )
            )

    def found_before_review(self):
        """What the checks find in this version, for the panel beside the editor."""
        return checks.findings(self)

    def language_advice(self):
        """What may be better in the language of this version, for the same panel: :class:`list` of
        :class:`blog.checks.language.LanguageFinding`."""
        return remarks(self)

    def language_advice_on(self, texts):
        """The same of ``texts`` (HTML), which are to stand in it: a list for each."""
        return remarks_on([plain(text) for text in texts], self)

    def length_in_words(self):
        """How long its body is, in a sentence."""
        words = sum(len(text.split()) for text in texts_of(self.body))
        return ngettext("%(count)d word", "%(count)d words", words) % {"count": words}

    def before_submit_url(self, user):
        """The address of “Before you send”; ``None`` where there is nothing to correct, to confirm, to
        read or to tick off. Who sends again what came back passes it, whatever is in it."""
        if (
            self._came_back()
            or checks.findings(self)
            or Consent.is_missing(self, user)
            or changed_by_others(self, user)
            or self._takes_along_unseen(user)
            or asked_changes.waits_for_answer(self)
        ):
            return reverse("before_send", args=[self.pk])
        return None

    def _came_back(self):
        """Was it sent before, and its review ended without an approval?"""
        last = self.workflow_states.order_by("-created_at", "-pk").first()
        return bool(last) and last.status != WorkflowState.STATUS_APPROVED

    def _takes_along_unseen(self, user):
        """Does a profile go along that others wrote, or with a picture? The editor of the post does not
        show it, and the picture may be another one by now than when ``user`` chose it."""
        companions = self.companions().filter(latest_revision__isnull=False)
        return any(
            profile.latest_revision.user_id != user.pk
            or shown_by(profile.get_latest_revision_as_object())
            for profile in companions.select_related("latest_revision")
        )

    def asked_changes_url(self):
        return None if translation_of(self) else reverse("before_send", args=[self.pk])

    def review_facts(self):
        """Who has confirmed the right to publish or taken that back, and what the checks advise."""
        answers = DraftAnswer.objects.filter(
            link__page_id=self.pk, link__for_author=True
        )
        answers = list(answers.select_related("link"))
        facts = [consent.as_fact(answers) for consent in self.consents.all()]
        if not facts and not translation_of(self):
            facts = [_("No author has confirmed the right to publish here.")]
        facts += [
            f"{found.sentence} {found.where}".strip() for found in checks.findings(self)
        ]
        return facts + self._namesakes()

    def _namesakes(self):
        """A file may name somebody whose profile its writer could not see, and has made another."""
        ids = [byline.author_id for byline in self.bylines.all() if byline.author_id]
        same = AuthorPage.objects.filter(
            ~Q(translation_key=OuterRef("translation_key")),
            pk__in=ids,
            given_name__iexact=OuterRef("given_name"),
            family_name__iexact=OuterRef("family_name"),
        )
        found = AuthorPage.objects.filter(Exists(same)).values_list("title", flat=True)
        return [
            _("Another profile is called %(name)s, too: is it the same person?")
            % {"name": name}
            for name in sorted(set(found))
        ]
