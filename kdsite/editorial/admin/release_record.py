"""The record on screen and as CSV: for editors and superusers, to read only."""

import csv

import django_filters
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.mixins import Echo, SpreadsheetExportMixin
from wagtail.admin.views.reports import ReportView

from kdsite.editorial.admin.page_screen import EditorMenuItem, EditorScreenMixin
from kdsite.editorial.history import release_record
from kdsite.editorial.models import Release, Slot

# What a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class ReleaseFilterSet(WagtailFilterSet):
    happened_at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("When"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Release
        fields = ["happened_at"]


class ReleasesReportView(EditorScreenMixin, ReportView):
    """Every release, the newest first."""

    page_title = gettext_lazy("History of publications")
    header_icon = "history"
    model = Release
    filterset_class = ReleaseFilterSet
    index_url_name = "editorial:releases"
    index_results_url_name = "editorial:releases_results"
    results_template_name = "editorial/releases_results.html"

    def get_queryset(self):
        self.queryset = Release.objects.select_related("slot").prefetch_related("pages")
        return super().get_queryset()


class SafeCsvMixin(SpreadsheetExportMixin):
    """Wagtail's export, as a file that spreadsheets here open right and safely.

    With a byte order mark, semicolons (commas are decimal here), and no cell that would run.
    """

    FORMATS = (SpreadsheetExportMixin.FORMAT_CSV,)
    # The button is on the screen itself.
    show_export_buttons = False

    def preprocess_field_value(self, field, value, export_format):
        value = super().preprocess_field_value(field, value, export_format)
        if isinstance(value, str) and value.startswith(FORMULA):
            return f"'{value}"
        return value

    def stream_csv(self, lines):
        # At once: a stream is written when the person's language is no longer active.
        return list(self._rows(lines))

    def _rows(self, lines):
        yield "\ufeff".encode()
        writer = csv.DictWriter(Echo(), fieldnames=self.list_export, delimiter=";")
        yield writer.writerow(
            {name: str(self.export_headings[name]) for name in self.list_export}
        )
        for line in lines:
            yield self.write_csv_row(writer, self.to_row_dict(line))


class RecordView(
    EditorScreenMixin, SafeCsvMixin, WagtailAdminTemplateMixin, TemplateView
):
    """One release: every act of everybody, in the order of time."""

    template_name = "editorial/record.html"
    page_title = gettext_lazy("On the record")
    header_icon = "history"
    export_headings = {
        "time": gettext_lazy("Time (UTC)"),
        "local_time": gettext_lazy("Time in Finland"),
        "language": gettext_lazy("Language"),
        "page": gettext_lazy("Page"),
        "title": gettext_lazy("Title"),
        "what": gettext_lazy("What"),
        "act": gettext_lazy("Code"),
        "action": gettext_lazy("Entry in the log"),
        "who": gettext_lazy("Who"),
        "account": gettext_lazy("Account"),
        "role": gettext_lazy("Role"),
        "stand_in": gettext_lazy("Stand-in"),
        "revision": gettext_lazy("Version"),
        "comment": gettext_lazy("Comment"),
        "address": gettext_lazy("Address of a private link"),
    }
    list_export = list(export_headings)

    def get(self, request, **kwargs):
        self.lines = self.read(**kwargs)
        if self.is_export:
            return self.as_spreadsheet(self.lines, self.FORMAT_CSV)
        return super().get(request, **kwargs)

    def read(self, release_id):
        """The lines of the record; sets what the screen says about it."""
        releases = Release.objects.select_related("slot").prefetch_related("pages")
        self.release = get_object_or_404(releases, pk=release_id)
        self.releases = [self.release]
        self.export_filename = f"release-{self.release.pk}"
        return release_record.of_release(self.release)

    def to_row_dict(self, line):
        return {
            "time": line.at.isoformat(),
            "local_time": timezone.localtime(line.at).strftime("%d.%m.%Y %H.%M.%S"),
            "language": line.language,
            "page": line.entry.page_id,
            "title": line.title,
            "what": str(line.what),
            "act": line.act.value,
            "action": line.entry.action,
            "who": line.who,
            "account": line.entry.user.get_username() if line.entry.user else "",
            "role": str(line.role_label),
            "stand_in": _("yes") if line.is_stand_in else _("no"),
            "revision": line.revision or "",
            "comment": line.comment,
            "address": line.address,
        }

    def get_page_subtitle(self):
        return str(self.release)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse("editorial:releases"),
                "label": _("History of publications"),
            },
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            releases=self.releases,
            lines=release_record.shortened(self.lines),
            csv_url=self.csv_export_url,
            **kwargs,
        )


class SlotRecordView(RecordView):
    """All releases of one slot: the languages may have gone out on different days."""

    def read(self, slot_id):
        self.slot = get_object_or_404(Slot, pk=slot_id)
        self.releases = list(self.slot.releases.prefetch_related("pages"))
        self.export_filename = f"slot-{self.slot.pk}"
        return release_record.of_slot(self.slot)

    def get_page_subtitle(self):
        return str(self.slot)


releases_menu_item = EditorMenuItem(
    gettext_lazy("History of publications"),
    reverse_lazy("editorial:releases"),
    name="releases",
    icon_name="history",
    order=90,
)
