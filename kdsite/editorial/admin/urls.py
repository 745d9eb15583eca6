from django.urls import include, path

from kdsite.editorial.admin import (
    actions,
    facts,
    outdated_translations,
    overdue,
    private_links,
    release_record,
    review,
)
from kdsite.editorial.admin.approvers import asked_changes, preview
from kdsite.editorial.admin.translating import urls as translating_urls

app_name = "editorial"
urlpatterns = [
    path("review/<int:page_id>/", review.ReviewView.as_view(), name="review"),
    path(
        "review/<int:page_id>/<int:revision_id>/",
        preview.PreviewView.as_view(),
        name="preview",
    ),
    path("take-back/<int:page_id>/", actions.take_back, name="take_back"),
    path("back-to-draft/<int:page_id>/", actions.back_to_draft, name="back_to_draft"),
    path(
        "asked/<int:page_id>/",
        asked_changes.AskedChangesView.as_view(),
        name="asked",
    ),
    path("facts/<int:page_id>/", facts.FactsView.as_view(), name="facts"),
    path(
        "translate/<int:page_id>/<str:language>/",
        actions.start_translation,
        name="translate",
    ),
    path(
        "translation/<int:translation_id>/send/",
        actions.send_translation,
        name="send_translation",
    ),
    path("translation/", include(translating_urls)),
    path(
        "failed/<int:slot_id>/",
        overdue.OverdueView.as_view(),
        name="overdue",
    ),
    path(
        "failed/translation/<int:page_id>/",
        overdue.publish_again,
        name="publish_again",
    ),
    path("links/<int:page_id>/", private_links.LinksView.as_view(), name="links"),
    path("links/<int:page_id>/read/", private_links.mark_read, name="answers_read"),
    path(
        "links/<int:page_id>/<int:link_id>/revoke/",
        private_links.revoke,
        name="revoke_link",
    ),
    path("record/", release_record.ReleasesReportView.as_view(), name="releases"),
    path(
        "record/results/",
        release_record.ReleasesReportView.as_view(results_only=True),
        name="releases_results",
    ),
    path(
        "record/<int:release_id>/", release_record.RecordView.as_view(), name="record"
    ),
    path(
        "record/slot/<int:slot_id>/",
        release_record.SlotRecordView.as_view(),
        name="slot_record",
    ),
    path(
        "outdated/", outdated_translations.OutdatedReportView.as_view(), name="outdated"
    ),
    path(
        "outdated/results/",
        outdated_translations.OutdatedReportView.as_view(results_only=True),
        name="outdated_results",
    ),
    path(
        "outdated/<int:page_id>/",
        outdated_translations.ComparisonView.as_view(),
        name="comparison",
    ),
]
