"""Addresses of what is no page: each language's search under its own name only."""

from django.urls import path

from home.search.views import search, suggest

urlpatterns = [
    path("haku/", search, {"language": "fi"}, name="search"),
    path("sok/", search, {"language": "sv"}, name="search"),
    path("haku/ehdotukset/", suggest, {"language": "fi"}, name="suggestions"),
    path("sok/forslag/", suggest, {"language": "sv"}, name="suggestions"),
]
