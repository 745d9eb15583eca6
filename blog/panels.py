"""Parts of a post's editor: its people are chosen from a list, its themes are ticked."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultipleChooserPanel

from blog.forms import BylineFormSet


class BylinesPanel(MultipleChooserPanel):
    """No row is added before somebody is chosen for it, so nothing is missing from one."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = BylineFormSet
        return options


class ThemesPanel(FieldPanel):
    """The field ``themes`` of the form; versions are compared by the rows that it makes."""

    class BoundPanel(FieldPanel.BoundPanel):
        def get_comparison(self):
            rows = InlinePanel("post_themes", heading=_("Themes"))
            rows = rows.bind_to_model(self.panel.model)
            bound = rows.get_bound_panel(
                instance=self.instance, request=self.request, form=None
            )
            return bound.get_comparison()
