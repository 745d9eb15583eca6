"""wagtail-localize inside moderation: translating never publishes and never writes a public row."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.copy_for_translation import ParentNotTranslatedError
from wagtail.models import Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    Translation,
    TranslationLog,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments.ingest import ingest_segments

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.follow_ups.queue import gathered
from kdsite.editorial.locks import is_locked_for
from kdsite.editorial.models import (
    ReviewTask,
    TranslatedRevision,
    TranslationClaim,
)
from kdsite.editorial.page_kinds import Kind, translation_of
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases.waiting import approved_version, is_current
from kdsite.editorial.slugs import slug_of
from kdsite.editorial.texts import translation_strings
from kdsite.editorial.texts.fingerprints import fingerprint, followed_of
from kdsite.editorial.texts.outdated import remember
from kdsite.editorial.translations.table.writing import fill_in
from kdsite.editorial.translations.wordings_carried_over import (
    carry_over,
    keep,
    strings_now,
)


def task_for(locale):
    """The task that decides on translations into ``locale``, or ``None``."""
    return ReviewTask.objects.filter(
        kind=Kind.TRANSLATION, language=locale.language_code, active=True
    ).first()


def may_translate(user, page, locale):
    """May ``user`` translate ``page`` into ``locale``? Members of that language's group."""
    task = task_for(locale)
    return bool(
        task
        and page.locale_id != locale.pk
        and (user.is_superuser or task.has_member(user))
    )


@transaction.atomic
@gathered()
def translate(page, locale, user):
    """Start translating the approved text of ``page`` into ``locale``, or bring a started
    translation up to the original as it is now. Companions that are new go along.

    :returns: the translation's page, a draft where it is new.
    :raises Refusal: the original is not approved, is itself a translation, or its parent has no
        page in that language; or ``user`` may not translate into that language.
    """
    page = Page.objects.get(pk=page.pk).specific
    if not may_translate(user, page, locale):
        raise Refusal(_("The language team translates this page."))
    if page.depth < 2 or translation_of(page):
        raise Refusal(_("Translate from the original, not from a translation."))
    text = approved_version(page)
    if text is None:
        raise Refusal(_("Only an approved page can be translated."))
    target = page.get_translation_or_none(locale)
    if target and not translation_of(target):
        raise Refusal(_("The page in that language is an original of its own."))
    if target and is_locked_for(target.specific, user):
        raise Conflict(_("The translation is in review and cannot be changed now."))
    source, created = TranslationSource.get_or_create_from_instance(text)
    if not created:
        before = strings_now(source)
        _read_anew(source, text)
        keep(source, locale, before)
        carry_over(source, locale, before, user)
    translation, created = Translation.objects.get_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    if not translation.enabled:
        translation.enabled = True
        translation.save(update_fields=["enabled"])
    TranslationClaim.objects.get_or_create(
        translation=translation, defaults={"user": user}
    )
    fill_in(translation, user)
    # A page that it names, such as its question, may be gone since it was approved.
    remember(text)
    if target is None or not is_current(target.latest_revision, text):
        # A draft that says what it was made from; what is not translated yet keeps it from
        # being sent.
        save_draft(source, locale, user)
        for companion in text.companions():
            if may_go_along(companion, locale, user):
                translate(companion, locale, user)
    return page.get_translation(locale)


def may_go_along(companion, locale, user):
    """Can the translation of ``companion`` be started, which nobody has done yet?"""
    return (
        may_translate(user, companion, locale)
        and not translation_of(companion)
        and companion.get_translation_or_none(locale) is None
        and companion.get_parent().get_translation_or_none(locale) is not None
        and approved_version(companion) is not None
    )


def _read_anew(source, text):
    """wagtail-localize's ``update_from_db``, from a version instead of the page's row.

    The row of a page that was never public holds its first draft.
    """
    source.content_json = text.to_json()
    source.schema_version = get_schema_version(text._meta.app_label)
    source.object_repr = str(text)[:200]
    source.last_updated_at = timezone.now()
    source.save(
        update_fields=[
            "content_json",
            "schema_version",
            "object_repr",
            "last_updated_at",
        ]
    )
    source.refresh_segments()


@transaction.atomic
@gathered()
def save_draft(source, locale, user=None, fallback=True):
    """Write the translation as it stands into a new revision: a draft, never public.

    Takes the place of ``TranslationSource.create_or_update_translation``, which writes the
    unapproved text to the public row before it makes a revision, even with ``publish=False``
    (measured on wagtail-localize 1.14.5), and publishes in ``on_commit``.

    :returns: ``(page, created)``
    :raises Conflict: the translation is in review and ``user`` may not correct it.
    """
    original = source.as_instance()
    if not isinstance(original, Page):
        raise Refusal(_("Only pages are translated here."))
    target = original.get_translation_or_none(locale)
    created = target is None
    if created:
        try:
            target = original.copy_for_translation(locale, copy_parents=False)
        except ParentNotTranslatedError as error:
            raise Refusal(
                _("Translate the page above this one first: “%(title)s”.")
                % {"title": original.get_parent().title}
            ) from error
    guard.lock_page(target.pk)
    target = source.get_translated_instance(locale)
    if user is not None and is_locked_for(target, user):
        raise Conflict(_("The translation is in review and cannot be changed now."))
    # Before the translated strings take the places of the original's, in the same blocks.
    texts = followed_of(original)
    copy_synchronised_fields(original, target)
    segments = source._get_segments_for_translation(locale, fallback=fallback)
    ingest_segments(original, target, source.locale, locale, segments)
    # Some pages are called by another of their fields.
    target.fill_in()
    if not target.first_published_at:
        target.slug = slug_of(target)
    if not target.live:
        target.draft_title = target.title
        target.save(clean=False)
    began = timezone.now()
    revision = target.save_revision(user=user, log_action=True)
    if user and revision.created_at < began and _is_newer(source, locale, revision):
        # Also where the strings say again what they said: nobody stands behind them as they are now.
        target.set_apart(revision, user)
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)
    TranslatedRevision.objects.create(
        revision=revision, strings=texts, fingerprint=fingerprint(texts)
    )
    return target, created


def _is_newer(source, locale, revision):
    """Has a string been written since ``revision``, which says the same as the one before?"""
    record = Translation.objects.get(source=source, target_locale=locale)
    return translation_strings.changed_since(record, revision.created_at)


def replace_localize_save():
    """Put :func:`save_draft` in the place of wagtail-localize's own; called once at start.

    Can go when wagtail-localize has moderation of its own (wagtail-localize issues #463, #676).
    """

    def create_or_update_translation(
        self, locale, user=None, publish=True, copy_parent_pages=False, fallback=False
    ):
        return save_draft(self, locale, user=user, fallback=fallback)

    TranslationSource.create_or_update_translation = create_or_update_translation
