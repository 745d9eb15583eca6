"""Wagtail's APIs for other programs are not mounted: what they show and take passes none of our rules."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver

APIS = ("wagtail.api.v2", "wagtail.api.v3")


def views(patterns):
    for each in patterns:
        if isinstance(each, URLPattern):
            yield each.callback
        else:
            yield from views(each.url_patterns)


def modules_of(view):
    """Of the view and of every class that it is made from."""
    view_class = getattr(view, "cls", getattr(view, "view_class", None))
    classes = view_class.__mro__[:1] if view_class else ()
    return {view.__module__, *(each.__module__ for each in classes)}


def test_no_address_leads_to_one():
    """But the admin's own, which asks who is there: ``wagtail.admin.api``."""
    found = {
        module
        for view in views(get_resolver().url_patterns)
        for module in modules_of(view)
    }
    assert found
    assert not {module for module in found if module.startswith(APIS)}
    assert not set(APIS) & set(settings.INSTALLED_APPS)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/api/v2/pages/", "/api/v3/pages/", "/api/", "/api/v3/docs"]
)
def test_nothing_answers_where_they_usually_are(site, path):
    assert Client().get(path, follow=True).status_code == 404
