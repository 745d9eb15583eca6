"""The addresses of the calendar, and the form of a slot."""

from django.conf import settings
from django.urls import path
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.viewsets.model import ModelViewSet

from kdsite.editorial.admin.calendar.choose_slot import PutIntoView
from kdsite.editorial.admin.calendar.filters import SlotFilterSet
from kdsite.editorial.admin.calendar.forms import SlotForm
from kdsite.editorial.admin.calendar.private_address import CalendarAddressView
from kdsite.editorial.admin.calendar.views import (
    CalendarView,
    SlotCreateView,
    SlotEditView,
    name_of,
)
from kdsite.editorial.admin.choosers import PageChooser
from kdsite.editorial.models import Slot


class SlotViewSet(ModelViewSet):
    """The calendar: editors change it, the language team may look."""

    model = Slot
    name = "calendar"
    url_prefix = "calendar"
    icon = "calendar"
    menu_label = gettext_lazy("Calendar")
    menu_order = 150
    add_to_admin_menu = True
    add_to_reference_index = False
    list_per_page = 60
    filterset_class = SlotFilterSet
    index_view_class = CalendarView
    add_view_class = SlotCreateView
    edit_view_class = SlotEditView
    copy_view_enabled = False
    index_results_template_name = CalendarView.results_template_name

    def get_edit_handler(self):
        handler = ObjectList(
            [
                MultiFieldPanel(
                    [FieldPanel("at"), FieldPanel("mode"), FieldPanel("is_skipped")],
                    gettext_lazy("When"),
                ),
                FieldPanel("page", widget=PageChooser(settings.EDITORIAL_SLOT_PAGES)),
                MultiFieldPanel(
                    [
                        FieldPanel("working_title"),
                        FieldPanel("writer"),
                        FieldPanel(
                            "theme", widget=PageChooser(settings.EDITORIAL_THEME)
                        ),
                        FieldPanel(
                            "question", widget=PageChooser(settings.EDITORIAL_QUESTION)
                        ),
                        FieldPanel("note"),
                    ],
                    gettext_lazy("The plan"),
                ),
                MultiFieldPanel(
                    [
                        FieldRowPanel(
                            [
                                FieldPanel("own_text_due"),
                                FieldPanel("own_translation_due"),
                            ]
                        )
                    ],
                    gettext_lazy("Deadlines"),
                ),
            ],
            base_form_class=SlotForm,
        )
        return handler.bind_to_model(self.model)

    def get_common_view_kwargs(self, **kwargs):
        """A slot is skipped, not deleted: the rhythm would make it again."""
        shared = super().get_common_view_kwargs(**kwargs)
        del shared["delete_url_name"], shared["usage_url_name"]
        return shared

    def get_urlpatterns(self):
        views = [(True, False), (False, True), (True, True)]
        left_out = ("delete", "usage")
        return [
            *(each for each in super().get_urlpatterns() if each.name not in left_out),
            *(pattern for view in views for pattern in self._shown(*view)),
            path("put/<int:page_id>/", PutIntoView.as_view(), name="put"),
            path("address/", CalendarAddressView.as_view(), name="address"),
        ]

    def _shown(self, sheet, past):
        name = name_of(sheet, past)
        shown = self.get_index_view_kwargs() | {
            "sheet": sheet,
            "past": past,
            "index_url_name": self.get_url_name(name),
            "index_results_url_name": self.get_url_name(f"{name}_results"),
        }
        address = name.replace("_", "-")
        view = self.construct_view(CalendarView, **shown)
        results = self.construct_view(CalendarView, **shown, results_only=True)
        return [
            path(f"{address}/", view, name=name),
            path(f"{address}/results/", results, name=f"{name}_results"),
        ]


slot_viewset = SlotViewSet()
