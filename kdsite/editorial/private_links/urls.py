"""Addresses that open something without a log-in; the project includes them."""

from django.urls import path

from kdsite.editorial.private_links.calendar_view import calendar_view
from kdsite.editorial.private_links.reader_views import DocumentView, ReadingView

WORDS = (("fi", "luonnos"), ("sv", "utkast"))
CALENDAR = (("fi", "kalenteri"), ("sv", "kalender"))

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
    *(
        path(
            f"{word}/<str:token>.ics",
            calendar_view,
            {"language": language},
            name=f"editorial_calendar_{language}",
        )
        for language, word in CALENDAR
    ),
]
