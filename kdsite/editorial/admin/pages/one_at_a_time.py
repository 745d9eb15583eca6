"""One request at a time changes a page, all or nothing."""

from functools import wraps

from django.db import transaction
from django.http import Http404
from wagtail.models import Page

from kdsite.editorial.follow_ups.queue import gathered
from kdsite.editorial.publishing import guard


def one_at_a_time(dispatch):
    """Post to a view about a page all or nothing, with the row of the page locked; for a page
    that is to be made, the row of its parent. What follows from that is done once."""

    @wraps(dispatch)
    def locked(request, **kwargs):
        if request.method != "POST":
            return dispatch(request, **kwargs)
        with transaction.atomic(), gathered():
            try:
                guard.lock_page(kwargs.get("page_id") or kwargs["parent_page_id"])
            except Page.DoesNotExist as error:
                raise Http404 from error
            response = dispatch(request, **kwargs)
            if hasattr(response, "render") and not response.is_rendered:
                response.render()
            return response

    return locked
