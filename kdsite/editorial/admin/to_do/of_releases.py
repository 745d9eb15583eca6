"""What should be public and is not."""

from django.urls import reverse
from django.utils.translation import gettext as _

from kdsite.editorial.addresses import overdue_url
from kdsite.editorial.admin.to_do.things import ToDo, Urgency
from kdsite.editorial.dates import moment
from kdsite.editorial.reasons import in_words


def releases_not_out(desk):
    """A :class:`ToDo` for each slot that has not gone out, and each translation without a slot; for
    editors."""
    if not desk.runs_the_site:
        return
    for entry in desk.overdue:
        yield _slot(entry)
    for row in desk.waiting:
        if row.problem:
            yield _translation(row)


def _translation(row):
    """One that no slot takes out."""
    again = _(
        "The site tries again by itself, several times a minute. If the reason is put right, "
        "you can also try at once."
    )
    return ToDo(
        Urgency.FAILED,
        row.page.get_admin_display_title(),
        reverse("editorial:publish_again", args=[row.page_id]),
        _("Try again"),
        row.since,
        lines=[in_words(row.problem), again],
        language=row.page.locale.language_code,
        is_post=True,
        said=_("Publication failed"),
    )


def _slot(entry):
    """The step that helps; where there is none, to try again."""
    was_to_be = _("It was to be published on %(when)s. It is not:") % {
        "when": moment(entry.local)
    }
    why = entry.state.obstacles or [_("Nothing is missing any more.")]
    if entry.has_failed:
        why = [entry.why]
    step = entry.step
    return ToDo(
        Urgency.FAILED,
        entry.title,
        step.url if step else overdue_url(entry.slot),
        step.label if step else _("Try again"),
        entry.slot.at,
        lines=[was_to_be, *why],
        language=entry.state.original.language,
        is_post=step is None,
        said=_("Publication failed") if entry.has_failed else "",
    )
