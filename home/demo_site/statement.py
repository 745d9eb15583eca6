"""The demo's accessibility statement."""

from datetime import date

from django.utils import timezone

from home.demo_site import texts
from home.demo_site.pages import set_all
from home.models import AccessibilityGap, AccessibilityStatementPage


def publish_statement(maker):
    """Both languages, each through two people; ``maker`` is a :class:`.pages.PageMaker`."""
    (fi, fi_blocks), (sv, sv_blocks) = (
        texts.read(f"pages/accessibility.{language}.md") for language in ("fi", "sv")
    )
    gaps = [AccessibilityGap(**words) for words in fi.pop("gaps")]
    page = AccessibilityStatementPage.objects.get(locale__language_code="fi")
    page = maker.revise(page, gaps=gaps, body=maker.story(fi_blocks), **_by_today(fi))

    def translate(shadow):
        translated_gaps = sv.pop("gaps")
        set_all(shadow, body=maker.in_place_of(shadow.body, sv_blocks), **sv)
        for gap, words in zip(shadow.gaps.all(), translated_gaps, strict=True):
            set_all(gap, **words)

    maker.into(page, "sv", translate)


def _by_today(facts):
    """No day to come, should the demo be loaded before its own days."""
    today = timezone.localdate()
    return {
        name: min(value, today) if isinstance(value, date) else value
        for name, value in facts.items()
    }
