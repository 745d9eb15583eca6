"""The panel beside the editor with what is found before a page is sent, in the place of what Wagtail
finds in the preview: one list, the same as on the screen before sending."""

from django.utils.functional import cached_property
from wagtail.admin.ui.side_panels import ChecksSidePanel


class FindingsPanel(ChecksSidePanel):
    """For pages with ``found_before_review`` and ``language_advice``; comes anew with each save."""

    class SidePanelToggle(ChecksSidePanel.SidePanelToggle):
        def get_context_data(self, parent_context):
            return super().get_context_data(parent_context) | {
                "count": len(self.panel.found)
            }

    template_name = "editorial/findings_panel.html"

    @cached_property
    def found(self):
        return self.object.found_before_review() if self.object.pk else []

    def get_context_data(self, parent_context):
        return {
            "found": self.found,
            "advice": self.object.language_advice() if self.object.pk else [],
            "is_saved": bool(self.object.pk),
            "length": self.object.length_in_words(),
        }


def with_findings(panels, page, request):
    """``panels`` with ours in the place of Wagtail's checks, where ``page`` has a list of its own."""
    if not hasattr(page, "found_before_review"):
        return panels
    ours = FindingsPanel(page, request)
    found = [ours if isinstance(each, ChecksSidePanel) else each for each in panels]
    # With an autosave Wagtail brings only what stands in the panels that may have changed.
    return type(panels)(found if ours in found else [*found, ours])
