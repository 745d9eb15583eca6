"""Their addresses."""

from django.urls import path

from kdsite.editorial.admin.translating import claims, hints, links

app_name = "translating"
urlpatterns = [
    path("<int:translation_id>/claim/", claims.claim, name="claim"),
    path(
        "<int:translation_id>/strings/<int:string_segment_id>/like/",
        hints.hints,
        name="hints",
    ),
    path(
        "<int:translation_id>/strings/<int:string_segment_id>/link/",
        links.waive,
        name="waive_link",
    ),
]
