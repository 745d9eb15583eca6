from django.urls import path

from kdsite.editorial import actions, behind_views, facts, views

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
