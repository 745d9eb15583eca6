"""Choosing a page or an image: in the language of whoever chooses, and shown to who may choose it."""

from functools import wraps

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    PageLinkElementHandler,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import AdminPageChooser, BaseChooser
from wagtail.models import Page

from kdsite.editorial.publishing import choices


class PageChooser(AdminPageChooser):
    """Wagtail's, which writes its label once for all, in the language of the first who sees it
    (measured on Wagtail 8.0.1).

    ``target_models``: the page model to choose from, or several.
    """

    def __init__(self, target_models=None, **kwargs):
        super().__init__(target_models, **kwargs)
        if self.model is not Page:
            self.choose_one_text = format_lazy(
                "{} ({})",
                AdminPageChooser.choose_one_text,
                self.model._meta.verbose_name,
            )


def choose_in_ones_language():
    """Let every form choose a page with :class:`PageChooser`; called once at start.

    Wagtail also writes the label of a chooser's first tab in the language of its start.
    """
    register_form_field_override(
        models.ForeignKey,
        to=Page,
        override=lambda field: {"widget": PageChooser(field.remote_field.model)},
    )
    ChooserViewSet.search_tab_label = _("Search")


def show_what_may_be_chosen():
    """Let every field, and every link in a formatted text, name what it has only to who could have
    been offered it: a form that is refused would tell what it refuses. Called once at start."""
    BaseChooser.get_value_data = _guarded(BaseChooser.get_value_data)
    links = PageLinkElementHandler
    links.get_attribute_data = _guarded_link(links.get_attribute_data)


def _guarded(get_value_data):
    @wraps(get_value_data)
    def guarded(self, value):
        try:
            chosen = self.get_instance(value)
        except (TypeError, ValueError, OverflowError):
            return None  # An id that is none.
        shown = chosen and choices.may_be_shown(chosen)
        return get_value_data(self, chosen) if shown else None

    return guarded


def _guarded_link(get_attribute_data):
    @wraps(get_attribute_data)
    def guarded(self, attrs):
        id_ = attrs["id"]
        page = None
        if id_.isascii() and id_.isdigit() and len(id_) < 19:
            page = Page.objects.filter(pk=id_).first()
        if page and choices.may_be_shown(page):
            return get_attribute_data(self, attrs)
        # Still a link to a page, though a broken one, as in Wagtail.
        return {"id": id_, "url": None, "parentId": None}

    return guarded
