"""Addresses of a second factor that is lost."""

from django.urls import path

from kdsite.accounts.login.urls import screen
from kdsite.accounts.lost_factor import views

urlpatterns = [
    path("", screen(views.AskView.as_view()), name="lost_factor"),
    path(
        "mine/<str:token>/", screen(views.OwnerView.as_view()), name="lost_factor_owner"
    ),
    path(
        "confirm/<str:token>/",
        screen(views.EditorView.as_view()),
        name="lost_factor_editor",
    ),
]
