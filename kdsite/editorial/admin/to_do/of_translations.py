"""Translations whose original has changed."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kdsite.editorial.admin.to_do.things import ToDo, Urgency
from kdsite.editorial.policy.permissions import may_follow
from kdsite.editorial.texts.outdated import outdated_for

# The oldest; the rest is in the report.
SHOWN = 10


def translations_behind(desk):
    """A :class:`ToDo` for each translation that is behind in this person's languages."""
    if not may_follow(desk.user):
        return
    for page in outdated_for(desk.user)[:SHOWN]:
        changed = timezone.localtime(page.original_changed_at)
        yield ToDo(
            Urgency.BEHIND,
            page.get_admin_display_title(),
            reverse("editorial:comparison", args=[page.pk]),
            _("See what has changed"),
            page.original_changed_at,
            lines=[
                _("The original changed on %(day)s.")
                % {"day": date_format(changed, "SHORT_DATE_FORMAT")},
                _("Readers of the translation do not have these changes yet.")
                if page.live
                else _("The translation is made from an older text."),
            ],
            language=page.locale.language_code,
        )
