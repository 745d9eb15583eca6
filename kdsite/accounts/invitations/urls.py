"""The addresses of personal links; the project includes them."""

from django.urls import path

from kdsite.accounts.invitations.accept_views import AcceptView

urlpatterns = [
    path(
        f"{word}/<str:token>/",
        AcceptView.as_view(),
        {"language": language},
        name=f"staff_invitation_{language}",
    )
    for language, word in (("fi", "tervetuloa"), ("sv", "valkommen"))
]
