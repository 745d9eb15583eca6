from django.urls import path

from kdsite.editorial import (
    actions,
    behind_views,
    facts,
    link_views,
    record_views,
    views,
)

app_name = "editorial"
urlpatterns = [
    path("review/<int:page_id>/", views.ReviewView.as_view(), name="review"),
    path(
        "review/<int:page_id>/<int:revision_id>/",
        views.PreviewView.as_view(),
        name="preview",
    ),
    path("take-back/<int:page_id>/", actions.take_back, name="take_back"),
    path("back-to-draft/<int:page_id>/", actions.back_to_draft, name="back_to_draft"),
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
    path("links/<int:page_id>/", link_views.LinksView.as_view(), name="links"),
    path(
        "links/<int:page_id>/<int:link_id>/revoke/",
        link_views.revoke,
        name="revoke_link",
    ),
    path("record/", record_views.ReleasesReport.as_view(), name="releases"),
    path(
        "record/results/",
        record_views.ReleasesReport.as_view(results_only=True),
        name="releases_results",
    ),
    path("record/<int:release_id>/", record_views.RecordView.as_view(), name="record"),
    path(
        "record/slot/<int:slot_id>/",
        record_views.SlotRecordView.as_view(),
        name="slot_record",
    ),
    path("behind/", behind_views.BehindReport.as_view(), name="behind"),
    path(
        "behind/results/",
        behind_views.BehindReport.as_view(results_only=True),
        name="behind_results",
    ),
    path(
        "behind/<int:page_id>/",
        behind_views.ComparisonView.as_view(),
        name="comparison",
    ),
]
