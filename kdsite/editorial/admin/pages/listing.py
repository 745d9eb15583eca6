"""Wagtail's lists of pages, whose filters name only people behind pages that one may see.

Stock Wagtail offers every account that owns or has edited any page (measured on Wagtail 8.0.1):
a writer would read who else has been invited.
"""

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef
from django.forms import CheckboxSelectMultiple
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.views.pages import listing
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.models import Page, PageLogEntry

from kdsite.editorial.models import Waiting
from kdsite.editorial.policy.permissions import EditorialPagePolicy
from kdsite.editorial.taken_down import with_times


def _seen(request):
    return EditorialPagePolicy(Page).explorable_instances(request.user)


def owners(request):
    """Accounts that own a page which the asking person may see."""
    return get_user_model().objects.filter(pk__in=_seen(request).values("owner"))


def editors(request):
    """Accounts that have edited a page which the asking person may see."""
    entries = PageLogEntry.objects.filter(
        action="wagtail.edit", page__in=_seen(request).values("pk")
    )
    return get_user_model().objects.filter(pk__in=entries.values("user"))


_stock = listing.PageFilterSet.base_filters


class PageFilters(listing.GenericPageFilterSet):
    owner = MultipleUserFilter(
        label=_stock["owner"].label, queryset=owners, widget=CheckboxSelectMultiple
    )
    edited_by = listing.EditedByFilter(
        label=_stock["edited_by"].label,
        queryset=editors,
        widget=CheckboxSelectMultiple,
    )


class PagesOfTypeView(ContentTypeUseView):
    base_filterset_class = PageFilters


def with_times_of_taking_down(parent_page, pages, request):
    """What the list says of each of ``pages`` is read with them."""
    waiting = Waiting.objects.filter(page=OuterRef("pk"))
    return with_times(pages).annotate(is_waiting=Exists(waiting))
