"""The addresses of personal links; the project includes them."""

from django.urls import path

from blog.invitations.accept_views import AcceptInvitationView

urlpatterns = [
    path(
        f"{word}/<str:token>/",
        AcceptInvitationView.as_view(),
        {"language": language},
        name=f"invitation_{language}",
    )
    for language, word in (("fi", "kutsu"), ("sv", "inbjudan"))
]
