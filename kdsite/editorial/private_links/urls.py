"""Addresses for people without an account; the project includes them."""

from django.urls import path

from kdsite.editorial.private_links.reader_views import DocumentView, ReadingView

WORDS = (("fi", "luonnos"), ("sv", "utkast"))

urlpatterns = [
    *(
        path(
            f"{word}/<str:token>/",
            ReadingView.as_view(),
            {"language": language},
            name=f"editorial_reading_{language}",
        )
        for language, word in WORDS
    ),
    *(
        path(
            f"{word}/<str:token>/<int:document_id>/",
            DocumentView.as_view(),
            {"language": language},
            name=f"editorial_reading_document_{language}",
        )
        for language, word in WORDS
    ),
]
