"""``create_site``: from nothing to a site."""

import io

import pytest
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Page, Revision, Site, Workflow

from home.create_site import groups
from tests.support.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def run(command):
    out, err = io.StringIO(), io.StringIO()
    call_command(command, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_create_site_is_idempotent(site):
    """A second run makes nothing, changes nothing and publishes nothing."""
    before = list(Page.objects.order_by("pk").values())
    revisions = Revision.objects.count()
    run("create_site")
    assert list(Page.objects.order_by("pk").values()) == before
    assert Revision.objects.count() == revisions


def test_it_warns_of_groups_that_are_too_small(site):
    """Two people are needed; the warning names the group."""
    _out, err = run("create_site")
    assert groups.EDITORS in err
    assert groups.SWEDISH_TEAM in err
    for number in range(2):
        make_user(f"e{number}", groups.EDITORS)
        make_user(f"r{number}", groups.SWEDISH_TEAM)
    _out, err = run("create_site")
    assert err == ""


def test_skeleton_pages_wait_for_people_where_there_are_accounts(site):
    """Once anybody can log in, the software alone no longer publishes."""
    make_user("early")
    for slug in ("ga-med", "liity"):
        Page.objects.get(slug=slug).delete()
    _out, err = run("create_site")
    assert "Liity verkostoon" in err
    assert not Page.objects.get(slug="liity").live


def test_nobody_has_the_publish_right(site):
    """Neither our groups nor those that Wagtail brings."""
    assert not GroupPagePermission.objects.filter(
        permission__codename="publish_page"
    ).exists()


def test_wagtails_own_welcome_is_gone(site):
    """One site, two home pages, and only our reviews."""
    assert Site.objects.get().root_page.slug == "fi"
    assert set(Page.objects.filter(depth=2).values_list("slug", flat=True)) == {
        "fi",
        "sv",
    }
    assert set(Workflow.objects.values_list("name", flat=True)) == {
        name for name, *_rest in groups.REVIEWS
    }
