"""Wagtail's page views, with ours in the places that the rule needs."""

from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from kdsite.editorial.admin.pages.create import SafeCreateView
from kdsite.editorial.admin.pages.edit import SafeEditView
from kdsite.editorial.admin.pages.listing import PageFilters, PagesOfTypeView
from kdsite.editorial.admin.pages.privacy import PrivacyView
from kdsite.editorial.admin.pages.revert import SafeRevertView
from kdsite.editorial.admin.pages.take_down import TakeDownView


class EditorialPageViewSet(PageViewSet):
    """The admin of every page type."""

    model = Page
    filterset_class = PageFilters
    content_type_use_view_class = PagesOfTypeView
    add_view_class = SafeCreateView
    edit_view_class = SafeEditView
    set_privacy_view_class = PrivacyView
    revisions_revert_view_class = SafeRevertView
    unpublish_view_class = TakeDownView


page_viewset = EditorialPageViewSet()
