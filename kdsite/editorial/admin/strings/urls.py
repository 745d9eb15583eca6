"""Their addresses, and one of ours beside them."""

from django.urls import path

from kdsite.editorial.admin.strings import earlier, saving

app_name = "translation_strings"
urlpatterns = [
    path(
        "<int:translation_id>/strings/<int:string_segment_id>/edit/",
        saving.edit_string,
        name="edit_string",
    ),
    path(
        "<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
        saving.edit_override,
        name="edit_override",
    ),
    path("<int:translation_id>/pofile/upload/", saving.upload_po, name="upload_po"),
    path(
        "<int:translation_id>/earlier/",
        earlier.EarlierWordingsView.as_view(),
        name="earlier",
    ),
]
