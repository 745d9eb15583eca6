from django.urls import path

from kdsite.editorial import facts, views

app_name = "editorial"
urlpatterns = [
    path("review/<int:page_id>/", views.ReviewView.as_view(), name="review"),
    path(
        "review/<int:page_id>/<int:revision_id>/",
        views.PreviewView.as_view(),
        name="preview",
    ),
    path("take-back/<int:page_id>/", views.take_back, name="take_back"),
    path("facts/<int:page_id>/", facts.FactsView.as_view(), name="facts"),
    path(
        "translate/<int:page_id>/<str:language>/",
        views.start_translation,
        name="translate",
    ),
    path(
        "translation/<int:translation_id>/send/",
        views.send_translation,
        name="send_translation",
    ),
]
