"""The address of every feed: ``atom.xml`` below its page; the project includes it."""

from django.urls import re_path

from blog.feeds.views import feed

urlpatterns = [re_path(r"^(?P<path>(?:[\w\-]+/)*)atom\.xml$", feed, name="feed")]
