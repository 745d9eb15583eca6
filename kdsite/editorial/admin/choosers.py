"""Choosing a page or an image, in the language of whoever chooses."""

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page


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
