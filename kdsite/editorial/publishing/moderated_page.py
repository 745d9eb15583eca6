"""What makes a page one that two people must stand behind."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from kdsite.editorial.locks import ApprovedLock
from kdsite.editorial.models import ReviewTask
from kdsite.editorial.page_kinds import same_kind
from kdsite.editorial.policy.permissions import EditorialPermissionTester
from kdsite.editorial.policy.waiting_along import waits
from kdsite.editorial.printable import printable
from kdsite.editorial.publishing import guard, manifest, targets, unseen
from kdsite.editorial.publishing import rows_that_exist as rows
from kdsite.editorial.publishing.page_form import EditorialPageForm
from kdsite.editorial.slugs import make_slug, slug_of
from kdsite.editorial.taken_down import said_of


class ModeratedPage(models.Model):
    """Put before ``Page`` among a page's bases: ``class MyPage(ModeratedPage, Page)``.

    ``fact_fields`` names columns that are facts, not words (moderation.md): they live outside
    revisions, are the same in both languages, and one editor changes them at once.
    ``facts_of_a_public_page`` names those of them that cannot be empty while readers see it.
    """

    # What every version has from the page's row, whatever was stored with it: Wagtail says so of
    # ``with_content_json``.
    _of_the_row = (
        "content_type",
        "owner",
        "locked_by",
        "latest_revision",
        "locale",
        "alias_of",
    )

    fact_fields = ()
    facts_of_a_public_page = ()
    # Is it a companion of other pages (:meth:`companions`)?
    goes_along = False
    base_form_class = EditorialPageForm

    class Meta:
        abstract = True

    def fill_in(self):
        """Called before the page is checked or saved: sets what follows from its other fields,
        such as the title of a page that is called by another field. No title holds what no
        spreadsheet can, on which reports would fail, or what turns its letters around."""
        self.title = printable(self.title or "")

    def slug_from(self, text):
        """The end of an address that says ``text``; never empty."""
        return make_slug(text) or "sivu"

    def _set_core_field_defaults(self):
        """What Wagtail calls before it checks a page whole, and before it checks a draft."""
        self.fill_in()
        if not self.slug and self.title:
            self.slug = slug_of(self)
        super()._set_core_field_defaults()

    def clean_fields(self, exclude=None):
        """What every version has from the page's row was read with it: nobody asks for it again."""
        super().clean_fields({*(exclude or ()), *self._of_the_row, "live_revision"})

    def check_before_review(self, user=None):
        """Called whenever ``user`` sends this version for review, whichever way.

        :raises Refusal: where it cannot be shown to readers as it is.
        """

    def before_submit_url(self, user):
        """Where ``user`` must look before this version is sent for review; ``None``: nowhere."""

    def asked_changes_url(self):
        """Where its writer ticks off what was asked to be changed; ``None``: on the screen that is
        for this alone."""

    def review_facts(self):
        """Sentences about this version for whoever decides on it."""
        return []

    def unseen_words(self):
        """What readers or machines get of this version and the page does not show, as
        :class:`.unseen.Word`, for whoever stands behind it."""
        yield from unseen.words_of(self)

    def leads_to(self):
        """Where this version leads readers, as :class:`.targets.Link`."""
        yield from targets.links_of(self)

    def alternative_text_of(self, owner, name):
        """What is read aloud in the place of the picture in the field ``name`` of ``owner`` (the page,
        or a row of it); ``None``: what the picture itself has."""
        return None

    def named_author_ids(self, content=None):
        """Ids of the accounts that this version of the page names as authors.

        :param content: the stored content of another version that is asked about; reading the
            whole version would take many queries, and the rule asks often.
        """
        return set()

    @classmethod
    def author_ids_of(cls, contents):
        """:meth:`named_author_ids` of many pages of this kind, in as many queries as of one.

        :param contents: the stored content by the page's id, as is the answer.
        """
        return {pk: set() for pk in contents}

    def named_authors(self):
        """The people whom this version names, with or without an account.

        :returns: a list of :class:`kdsite.editorial.policy.named_authors.NamedAuthor`.
        """
        return []

    def facts_at_once(self, facts, by):
        """Of ``facts`` (cleaned values by name) those that ``by`` alone may change. For the others
        the page asks somebody else; they take effect when that person says so."""
        return facts

    def consent_text(self):
        """What a named author confirms by agreeing to this version; empty: nothing more."""
        return ""

    def record_consent(self, revision, author, user, text, language):
        """Keep the consent of ``author``, who has answered a private link to ``revision``.

        :param user: the author's account, or ``None``.
        :param text: :meth:`consent_text`, as it was shown in ``language``.
        """

    @classmethod
    def calendar_facts(cls, content):
        """What the calendar says of a version with this stored content: ``writers`` (names),
        ``themes`` (page ids) and ``question`` (a page id or a text), each where there is one."""
        return {}

    def companions(self, content=None):
        """Pages that are submitted, decided on and published with this one while they are new.

        :param content: as :meth:`named_author_ids` has it.
        """
        return []

    @classmethod
    def companion_ids(cls, content):
        """The ids of the pages that a version with this stored content names, and that are new as
        companions in its language (:meth:`companions`)."""
        return []

    def as_companion(self):
        """What it is called, inside a sentence about a page that it belongs to."""
        return f"“{self.title}”"

    def get_lock(self):
        """Also while it is approved and waits for its time, or goes out with what does."""
        lock = super().get_lock()
        return ApprovedLock(self) if lock is None and waits(self) else lock

    @property
    def approved_schedule(self):
        """Nothing is scheduled: the door refuses it (:func:`.guard.check_revision`)."""
        return False

    def save_revision(self, user=None, *args, overwrite_revision=None, **kwargs):
        """A version; where nothing is other for readers than in the one before, such as when somebody
        has only commented, it is that of its writer, saved when they saved it: whoever stood behind
        its words still does. Where one is written over, the one before that counts."""
        before = self.get_latest_revision()
        if overwrite_revision:
            others = self.revisions.exclude(pk=overwrite_revision.pk)
            before = others.select_related("user").order_by("pk").last()
        was = before and manifest.words_of(before)
        revision = super().save_revision(
            user, *args, overwrite_revision=overwrite_revision, **kwargs
        )
        if (
            before
            and user
            and (before.user_id or guard.is_stood_behind(before))
            and before.pk != self.live_revision_id
            and manifest.words_of(revision) == was
        ):
            guard.sign(self, revision, before.user, before.created_at)
        return revision

    def set_apart(self, revision, user):
        """Make the newest ``revision`` a version of its own, by ``user``: what was said of the one
        before is not said of it, though it has the same words."""
        guard.sign(self, revision, user, timezone.now())

    def get_latest_revision(self):
        """With whoever saved it, about whom every decision asks."""
        newest = self._meta.get_field("latest_revision")
        if self.latest_revision_id and not newest.is_cached(self):
            revisions = Revision.objects.select_related("user")
            self.latest_revision = revisions.get(pk=self.latest_revision_id)
        return super().get_latest_revision()

    def permissions_for_user(self, user):
        return EditorialPermissionTester(user, self)

    def get_workflow(self):
        """The review that the page's kind asks for, wherever the page stands in the tree."""
        return ReviewTask.workflow_for(self)

    @property
    def has_workflow(self):
        return self.get_workflow() is not None

    @property
    def status_string(self):
        """What lists in the admin say of it: a page that was taken down, or waits, is no draft."""
        if not self.live and getattr(self, "is_waiting", False):
            return _("approved, waits")
        if self.live or not self.first_published_at:
            return super().status_string
        return said_of(self)

    def unpublish(self, *args, **kwargs):
        with guard.taking_down(self):
            return super().unpublish(*args, **kwargs)

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        if check_fks and not strict_fks:
            data, check_fks = rows.without_gone(cls, data), False
        return super().from_serializable_data(data, check_fks, strict_fks)

    def with_content_json(self, content):
        of_the_page = (*self._of_the_row, *self.fact_fields)
        words = rows.without_ways(type(self), content, of_the_page)
        page = super().with_content_json(words)
        same_kind(page, self)
        if type(self).locale.is_cached(self):
            page.locale = self.locale
        for name in self.fact_fields:
            field = self._meta.get_field(name)
            setattr(page, field.attname, getattr(self, field.attname))
        return page
