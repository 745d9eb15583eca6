"""What a calendar program gets at somebody's private address; no cookie, and nothing that is kept."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from kdsite.editorial.notifications.notify import language_of
from kdsite.editorial.private_links.calendar_address import user_of


@require_safe
def calendar_view(request, language, token):
    """``/kalenteri/<token>.ics`` and ``/kalender/<token>.ics``. 410, in a sentence, where it opens nothing
    any more."""
    user = user_of(token)
    with override(language_of(user) if user else language):
        if user:
            # Readers' processes never need it.
            from kdsite.editorial.private_links.calendar_file import calendar_file

            response = HttpResponse(
                calendar_file(user), content_type="text/calendar; charset=utf-8"
            )
            response["Content-Disposition"] = 'inline; filename="kalenteri.ics"'
        else:
            response = HttpResponse(
                _("This address does not open anything any more."),
                content_type="text/plain; charset=utf-8",
                status=410,
            )
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
