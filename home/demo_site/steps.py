"""The steps by which the demo publishes: the same that people take, no others."""

from wagtail.models import Locale, Page

from blog.models import BlogPage, Consent
from home.create_site.fill_translation import fill_strings
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.review import decisions, submission
from kdsite.editorial.translations import sending, translating


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def submit(page, writer):
    """Send ``page`` for review, with the consent that a guest gives on the way."""
    if isinstance(page, BlogPage) and Consent.is_missing(page, writer):
        language = page.locale.language_code
        Consent.give(page, page.latest_revision, writer, language=language)
    submission.submit(page, writer)


def publish(page, writer, approver):
    """Submit as ``writer``, approve as ``approver``; the page as it is then."""
    submit(page, writer)
    decisions.approve(fresh(page).current_workflow_task_state, approver)
    return fresh(page)


def translate(page, language, translator, change, only=None):
    """Start the translation and fill it in.

    :param change: called with the original; puts the translated words in their places.
    :param only: translate only so many strings.
    :returns: ``(translated page, wagtail-localize's record)``
    """
    locale = Locale.objects.get(language_code=language)
    target = translating.translate(page, locale, translator)
    record = translation_of(target)
    fill_strings(record, change, translator, only)
    return target, record


def publish_translation(page, language, translator, reviewer, change):
    """The whole way of a translation, through two people."""
    target, record = translate(page, language, translator, change)
    sending.send_for_review(record, translator)
    decisions.approve(fresh(target).current_workflow_task_state, reviewer)
    return fresh(target)
