"""Which translations are outdated: made from another text of the original than the one approved now."""

from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published

from kdsite.editorial.models import ApprovedText, TranslatedRevision, Waiting
from kdsite.editorial.page_kinds import is_translation
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.texts.fingerprints import fingerprint_of


def is_outdated(page):
    """Was the translation ``page`` made from another text than its original's approved one?

    Its words are the text, and all that the translation takes over from it
    (:func:`.fingerprints.followed_of`): who wrote it, its pictures, where its links lead.

    The version that counts is what readers see; before that, what is approved and waits for its
    time; before that, the newest one. An original is never outdated, nor is a translation of
    which nobody knows what it was made from.
    """
    return only_outdated(Page.objects.filter(pk=page.pk)).exists()


def outdated_ids(pages, approved=None):
    """Of ``pages`` (a list), the ids of those that are outdated; one query.

    :param approved: a version of one of them that is taken for approved; then ``pages`` are one
        text in its languages.
    """
    fingerprint = None
    if approved and not is_translation(approved.content_object):
        fingerprint = fingerprint_of(approved.as_object())
    wanted = Page.objects.filter(pk__in=[page.pk for page in pages])
    wanted = _with_basis(wanted, fingerprint)
    return set(wanted.filter(_is_from_another_text()).values_list("pk", flat=True))


def outdated_for(user):
    """The outdated translations into the languages that ``user`` looks after, each with
    ``original_changed_at``; editors look after all of them. What has been outdated for longest
    comes first."""
    pages = Page.objects.select_related("locale", "content_type", "waiting")
    # What was taken down is behind nothing that readers see.
    pages = pages.exclude(
        live=False, first_published_at__isnull=False, waiting__isnull=True
    )
    if not runs_the_site(user):
        languages = user.groups.values("reviewtask__language")
        pages = pages.filter(locale__language_code__in=languages)
    return only_outdated(pages).order_by("original_changed_at", "pk")


def only_outdated(pages):
    """Of the query set ``pages`` those that are outdated, with ``original_changed_at``."""
    changed_at = Subquery(_original().values("changed_at")[:1])
    pages = _with_basis(pages).annotate(original_changed_at=changed_at)
    return pages.filter(_is_from_another_text())


def _original():
    """What is approved of the original of a page."""
    return (
        ApprovedText.objects.filter(page__translation_key=OuterRef("translation_key"))
        .exclude(page_id=OuterRef("pk"))
        .filter(Q(page__live=True) | Q(page__waiting__isnull=False))
    )


def _with_basis(pages, fingerprint=None):
    """``pages`` with ``counts_id``, the version that counts (:func:`is_outdated`), and the
    fingerprint of the original (``fingerprint``, where it is said); both for conditions alone,
    not read."""
    return pages.alias(
        counts_id=Case(
            When(live=True, then=F("live_revision_id")),
            When(waiting__isnull=False, then=F("waiting__revision_id")),
            default=F("latest_revision_id"),
        ),
        original_fingerprint=Value(fingerprint)
        if fingerprint
        else Subquery(_original().values("fingerprint")[:1]),
    )


def _is_from_another_text(**conditions):
    return Exists(
        TranslatedRevision.objects.filter(
            ~Q(fingerprint=OuterRef("original_fingerprint"))
            & ~Q(accepted=OuterRef("original_fingerprint")),
            revision_id=OuterRef("counts_id"),
            **conditions,
        )
    )


def readers_are_told(pages):
    """``pages`` with ``is_told_behind``: is it public and outdated, and are readers to be told?"""
    return _with_basis(pages).annotate(
        is_told_behind=_is_from_another_text(readers_are_told=True)
    )


def remember(page):
    """Keep the fingerprint of ``page``, a version of an original that two people stand behind.
    Called under the page's lock, in the caller's transaction."""
    name = fingerprint_of(page)
    row = ApprovedText.objects.filter(page_id=page.pk).first()
    row = row or ApprovedText(page_id=page.pk)
    if row.fingerprint != name:
        row.fingerprint = name
        row.changed_at = timezone.now()
        row.save()


def _published(sender, instance, revision=None, **kwargs):
    if is_translation(instance):
        return
    # What has waited for its time was remembered when it began to.
    if not Waiting.objects.filter(page_id=instance.pk, revision=revision).exists():
        remember(instance)


def _waits(sender, instance, raw=False, **kwargs):
    if not raw and not is_translation(instance.page):
        remember(instance.revision.as_object())


def connect():
    """Remember what is approved; called once, when the apps are ready."""
    page_published.connect(_published, dispatch_uid="kdsite.outdated.published")
    post_save.connect(_waits, sender=Waiting, dispatch_uid="kdsite.outdated.waits")
