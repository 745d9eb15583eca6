"""Whether anything public has changed: what feeds and the sitemap answer 304 by."""

import hashlib
from functools import wraps

from django.db.models import Count, Max, Subquery, Value
from django.views.decorators.http import condition
from wagtail.models import Page

from kdsite.images import SiteImage
from kdsite.pages import is_open


def public_state():
    """``(etag, moment)`` of everything that readers may open, in one query.

    The tag changes with every publication and withdrawal, of pages and of pictures; the moment
    is that of the last publication, ``None`` on an empty site.
    """
    pictures = SiteImage.objects.order_by().values(all=Value(1))
    state = (
        Page.objects.live()
        .filter(is_open())
        .annotate(pictures=Subquery(pictures.annotate(n=Count("pk")).values("n")))
        .aggregate(Count("pk"), Max("last_published_at"), Max("pictures"))
    )
    digest = hashlib.sha256(repr(sorted(state.items())).encode()).hexdigest()
    return f'"{digest[:32]}"', state["last_published_at__max"]


def only_if_changed(view):
    """Answer 304 to whoever has seen the site as it is now, else what ``view`` answers."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        etag, moment = public_state()
        conditional = condition(lambda *_a, **_k: etag, lambda *_a, **_k: moment)
        return conditional(view)(request, *args, **kwargs)

    return answer
