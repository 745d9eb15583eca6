"""The address of every file to cite by: below its post; the project includes it."""

from django.urls import re_path

from blog.citing.views import citation

urlpatterns = [
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)cite\.(?P<form>bib|ris)$", citation, name="citation"
    )
]
