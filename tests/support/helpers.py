"""Verbs for the steps of the editorial work, and what readers see."""

from datetime import timedelta

from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from blog.models import BlogPage, Consent
from kdsite.editorial.models import Slot
from kdsite.editorial.models.words import Answer, Way
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.releases.publish import publish_or_wait
from kdsite.editorial.review import decisions, submission, words
from kdsite.editorial.translations import sending, translating
from tests.support.forms.posted import form_data
from tests.support.forms.undrawn import context_of, form_on


def logged_in(user):
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return client


def submit(page, user):
    """As the screen does it: with the writer's consent where it is asked for."""
    if isinstance(page, BlogPage) and Consent.is_missing(page, user):
        Consent.give(page, fresh(page).latest_revision, user)
    return submission.submit(page, user)


def task_state(page):
    return Page.objects.get(pk=page.pk).specific.current_workflow_task_state


def approve(page, user, seen=None):
    return decisions.approve(task_state(page), user, seen=seen)


def ask_for_changes(page, user, comment="Kerro lisää."):
    decisions.ask_for_changes(task_state(page), user, comment=comment)


def publish_by_review(page, writer, approver):
    """Through submit and approve, as people do it; returns the page as it is then."""
    submit(page, writer)
    approve(page, approver)
    return fresh(page)


@transaction.atomic
def publish(page, _writer, approver):
    """As :func:`publish_by_review` leaves the page and its companions, but no review took place:
    for scenes where nobody asks how a page became public. It costs a third."""
    page = fresh(page)
    for companion in page.companions(page.latest_revision.content):
        if companion.latest_revision and not companion.first_published_at:
            _approve(companion, approver)
    _approve(page, approver)
    publish_or_wait(page, approver)
    return fresh(page)


def _approve(page, approver):
    writer = page.latest_revision.user
    if writer and not approval_rule.is_backed(page.latest_revision):
        words.record(page, Answer.YES, user=writer, way=Way.SENDING)
    decision = Decision(page, page.latest_revision)
    role = approval_rule.role_if_any(approver, decision)
    if role and not approval_rule.is_backed(decision.revision):
        words.record(page, Answer.YES, user=approver, role=role)


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def revise(page, user, **changes):
    """A new draft version by ``user``."""
    draft = fresh(page).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    return draft.save_revision(user=user)


def translate(page, user, language="sv"):
    """Start the translation; returns the target page and wagtail-localize's record."""
    locale = Locale.objects.get(language_code=language)
    target = translating.translate(page, locale, user)
    return target, translation_of(target)


def fill_in(record, user, words=lambda text: f"sv {text}"):
    """Translate every string of ``record`` by ``words``."""
    for segment in StringSegment.objects.filter(source=record.source):
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            locale=record.target_locale,
            context_id=segment.context_id,
            defaults={
                "data": words(segment.string.data),
                "translation_type": "manual",
                "last_translated_by": user,
            },
        )


def send(record, user):
    return sending.send_for_review(record, user)


def publish_translation_by_review(page, translator, reviewer, language="sv", **how):
    target, record = translate(page, translator, language)
    fill_in(record, translator, **how)
    send(record, translator)
    approve(target, reviewer)
    return fresh(target)


@transaction.atomic
def publish_translation(
    page, translator, reviewer, language="sv", words=lambda text: f"sv {text}"
):
    """As :func:`publish_translation_by_review` leaves it; see :func:`publish`."""
    locale = Locale.objects.get(language_code=language)
    if page.get_translation_or_none(locale):
        _target, record = translate(page, translator, language)
    else:
        source, _created = TranslationSource.get_or_create_from_instance(page)
        record = Translation.objects.create(source=source, target_locale=locale)
    fill_in(record, translator, words)
    target, _created = translating.save_draft(record.source, locale, translator)
    return publish(target, translator, reviewer)


def read(page):
    """``(status, text)`` of what an anonymous reader gets at the page's address."""
    response = Client().get(Page.objects.get(pk=page.pk).url, follow=False)
    return response.status_code, response.content.decode()


def public_state(page):
    """Everything of a page's public row that a reader could notice."""
    row = fresh(page)
    restrictions = list(
        row.view_restrictions.values_list("restriction_type", flat=True)
    )
    content = {
        field.name: str(field.value_from_object(row))
        for field in row._meta.concrete_fields
        if field.name
        not in {
            "latest_revision",
            "latest_revision_created_at",
            "draft_title",
            "has_unpublished_changes",
        }
    }
    return content, restrictions


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def opened_form(client, page):
    """What a browser would post that has opened the page's edit form."""
    shown = context_of(client, edit_url(page))
    return form_data(shown["form"]) | {
        "loaded_revision_id": str(shown["page"].latest_revision_id),
        "loaded_revision_created_at": shown["loaded_revision_created_at"],
    }


def post_form(client, page, headers=None, **changes):
    """Post the page's edit form as it stands, with ``changes``."""
    data = opened_form(client, page) | changes
    return client.post(edit_url(page), data, headers=headers)


def send_after_reading(client, page, **data):
    """The screen “Before you send”, with the consent ticked where it is asked for."""
    url = reverse("before_send", args=[page.pk])
    seen = form_on(client, url).initial["seen"]
    return client.post(url, {"seen": seen, "consent": "on"} | data)


def make_slot(page=None, days=7, **fields):
    """A slot so many days from now (negative: in the past) that holds ``page``."""
    at = timezone.now() + timedelta(days=days)
    return Slot.objects.create(
        at=at, page=page and Page.objects.get(pk=page.pk), **fields
    )


def its_time(slot):
    """Move the slot so that its time has just come."""
    Slot.objects.filter(pk=slot.pk).update(at=timezone.now() - timedelta(seconds=1))
    slot.refresh_from_db()
    return slot
