"""Whether anything public has changed: if not, feeds and the sitemap answer 304."""

import hashlib
from datetime import datetime
from functools import wraps

from django.db.models import Count, Max, Subquery, Sum, Value
from django.views.decorators.http import condition
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from kdsite.images.models import SiteImage
from kdsite.pages.base import is_open

# The logged actions, on pages and pictures, that can change what readers see.
CHANGES = [
    "wagtail.publish",
    "wagtail.unpublish",
    "wagtail.delete",
    "wagtail.move",
    "wagtail.view_restriction.create",
    "wagtail.view_restriction.edit",
    "wagtail.view_restriction.delete",
    "editorial.facts",
]


def public_state():
    """``(etag, moment)`` of everything that readers may open, in one query.

    Both change with every publication and withdrawal, of pages and of pictures, and with facts;
    the moment is that of the last such change, ``None`` on an empty site. Only pictures that were
    deleted several at once leave the moment as it was, because Wagtail does not log that.
    """
    state = (
        Page.objects.live()
        .filter(is_open())
        .annotate(
            pictures=_of_all(SiteImage.objects, Count("pk")),
            page_changes=_of_all(_changes(PageLogEntry), Max("timestamp")),
            other_changes=_of_all(_changes(ModelLogEntry), Max("timestamp")),
        )
        .aggregate(
            Count("pk"), Sum("pk"), Max("pictures"), Max("last_published_at"),
            Max("page_changes"), Max("other_changes"),
        )
    )  # fmt: skip
    digest = hashlib.sha256(repr(sorted(state.items())).encode()).hexdigest()
    moments = [moment for moment in state.values() if isinstance(moment, datetime)]
    return f'"{digest[:32]}"', max(moments, default=None)


def _changes(log):
    return log.objects.filter(action__in=CHANGES)


def _of_all(rows, figure):
    """``figure`` over all of ``rows``, beside each row of another query."""
    all_rows = rows.order_by().values(all=Value(1))
    return Subquery(all_rows.annotate(figure=figure).values("figure"))


def only_if_changed(view):
    """Answer 304 to whoever has seen the site as it is now, else what ``view`` answers."""

    def whole(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        # A feed gives the date of its newest entry; the answer 304 needs that of the whole site.
        del response["Last-Modified"]
        return response

    @wraps(view)
    def answer(request, *args, **kwargs):
        etag, moment = public_state()
        conditional = condition(lambda *_a, **_k: etag, lambda *_a, **_k: moment)
        return conditional(whole)(request, *args, **kwargs)

    return answer
