"""What changes who may do what, or where addresses lead, is told to all editors and recorded (C10)."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from home.create_site.groups import EDITORS, SWEDISH_TEAM, WRITERS
from home.create_site.make_site import make_site
from kdsite.editorial.models import MailChoice, ReviewTask
from kdsite.editorial.page_kinds import Kind
from tests.support.factories import PASSWORD, make_post
from tests.support.helpers import approve, logged_in, publish, revise, submit
from tests.support.invited import invite

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]
EDITORS_ADDRESSES = {"editor@example.fi", "editor2@example.fi"}


def told():
    """Whom the mails went to that say that everybody is told, and what they say."""
    words = ("kaikille toimittajille", "Alla redaktörer")
    about = [each for each in mail.outbox if any(w in each.body for w in words)]
    return {each.to[0] for each in about}, "\n".join(each.body for each in about)


def recorded(people):
    """What an editor reads in the history of the site."""
    url = reverse("wagtailadmin_reports:site_history")
    return logged_in(people.editor).get(url).content.decode()


def assert_told(people, *parts):
    to, said = told()
    assert to >= EDITORS_ADDRESSES
    page = recorded(people)
    for part in parts:
        assert part in said
        assert part in page


def account_form(user, **changes):
    groups = [group.pk for group in user.groups.all()]
    names = {"first_name": "Aino", "last_name": "Airola", "email": user.email}
    return names | {"groups": groups, "is_active": "on"} | changes


def change(people, user, **changes):
    url = reverse("wagtailusers_users:edit", args=[user.pk])
    logged_in(people.admin).post(url, account_form(user, **changes))


def test_somebody_new_who_decides(people):
    """Invited by one superuser: the editors know before the account is used."""
    logged_in(people.admin).post(
        reverse("wagtailusers_users:add"),
        {
            "first_name": "Uuno",
            "last_name": "Uusi",
            "email": "uusi@example.org",
            "groups": [Group.objects.get(name=EDITORS).pk],
            "language": "fi",
        },
    )
    assert_told(people, "Uuno Uusi (uusi@example.org)", EDITORS)
    assert "admin@example.fi" in told()[1]


def test_somebody_new_who_may_change_accounts(people):
    """Who decides on nothing, but on who decides."""
    group = Group.objects.create(name="Tilit")
    codenames = ["access_admin", "change_user"]
    group.permissions.set(Permission.objects.filter(codename__in=codenames))
    get_user_model().objects.create_user("uusi@example.org").groups.add(group)
    assert_told(people, "uusi@example.org")


def test_an_account_that_joins_and_leaves(people):
    """By the form of accounts."""
    change(people, people.writer, groups=[Group.objects.get(name=EDITORS).pk])
    assert_told(people, f"ryhmässä {EDITORS}: Aino Airola (writer@example.fi)")
    assert_told(people, f"ryhmässä {WRITERS}: Aino Airola (writer@example.fi)")


def test_whoever_is_put_out_is_told_as_well(people):
    """From the side of the group, and by emptying it."""
    Group.objects.get(name=EDITORS).user_set.remove(people.editor)
    assert told()[0] >= EDITORS_ADDRESSES
    mail.outbox.clear()
    people.reviewer.groups.clear()
    assert told()[0] >= {*EDITORS_ADDRESSES, "reviewer@example.fi"} - {
        "editor@example.fi"
    }
    assert SWEDISH_TEAM in "\n".join(each.body for each in mail.outbox)


def test_an_administrator_is_made(people):
    """By the form, and at the command line, where nobody is logged in."""
    change(people, people.writer, is_superuser="on")
    assert_told(people, "Uusi ylläpitäjä: Aino Airola (writer@example.fi).")
    mail.outbox.clear()
    get_user_model().objects.create_superuser("y@example.org", PASSWORD)
    assert_told(people, "Uusi ylläpitäjä: y@example.org.")
    assert "Sitä ei tehty hallinnassa" in told()[1]


def test_an_address_changed_by_others(people):
    """The editors, and whoever reads the old mailbox."""
    change(people, people.writer, email="toinen@example.org")
    assert_told(people, "writer@example.fi", "toinen@example.org")
    old = [each for each in mail.outbox if each.to == ["writer@example.fi"]]
    assert "toinen@example.org" in old[0].body
    assert "editor@example.fi" in old[0].body


def test_a_group_that_is_deleted(people):
    """Its members decide on nothing any more."""
    Group.objects.get(name=EDITORS).delete()
    assert told()[0] == EDITORS_ADDRESSES


def test_an_account_that_is_closed(people):
    """Where no other editor is left, a superuser could stand in."""
    url = reverse("wagtailusers_users:delete", args=[people.editor2.pk])
    logged_in(people.admin).post(url)
    assert "editor2@example.fi" in told()[1]
    assert "Tili suljettiin" in told()[1]


def test_a_closed_account_that_is_opened_again(people):
    get_user_model().objects.filter(pk=people.editor2.pk).update(is_active=False)
    change(people, people.editor2)
    assert "editor2@example.fi" in told()[1]
    assert "avattiin uudelleen" in told()[1]


def test_many_accounts_are_not_opened_at_once(people):
    """Wagtail's way of doing it passes every signal."""
    get_user_model().objects.filter(pk=people.editor2.pk).update(is_active=False)
    url = reverse("wagtail_bulk_action", args=["accounts", "user", "set_active_state"])
    data = {"mark_as_active": "True"}
    logged_in(people.admin).post(f"{url}?id={people.editor2.pk}", data)
    assert not get_user_model().objects.get(pk=people.editor2.pk).is_active


def test_the_host_name_of_the_site(people):
    """By the form of sites; saved again as it is, it is no change."""
    site = Site.objects.get(is_default_site=True)
    url = reverse("wagtailsites:edit", args=[site.pk])
    data = {
        "hostname": "muualla.example.org",
        "port": site.port,
        "site_name": site.site_name,
        "root_page": site.root_page_id,
        "is_default_site": "on",
    }
    logged_in(people.admin).post(url, data)
    assert_told(people, "muualla.example.org")
    mail.outbox.clear()
    logged_in(people.admin).post(url, data)
    assert mail.outbox == []
    Site.objects.create(hostname="uusi.example.org", root_page=site.root_page)
    assert_told(people, "uusi.example.org")
    mail.outbox.clear()
    Site.objects.get(hostname="uusi.example.org").delete()
    assert told()[0] == EDITORS_ADDRESSES


def test_a_redirect_made_by_hand(people):
    """Made, turned and removed."""
    client = logged_in(people.admin)
    data = {
        "old_path": "/vanha",
        "is_permanent": "on",
        "redirect_link": "https://toinen.example/",
    }
    client.post(reverse("wagtailredirects:add"), data)
    redirect = Redirect.objects.get()
    assert_told(people, "/vanha", "https://toinen.example/")
    mail.outbox.clear()
    edit = reverse("wagtailredirects:edit", args=[redirect.pk])
    client.post(edit, data | {"redirect_link": "https://kolmas.example/"})
    assert_told(people, "https://kolmas.example/")
    mail.outbox.clear()
    redirect.delete()
    assert told()[0] == EDITORS_ADDRESSES


def test_a_redirect_that_a_new_address_makes_is_not_told(
    people, django_capture_on_commit_callbacks
):
    """A page of the site moves to another address of the site."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    revise(post, people.writer, slug="toinen-osoite")
    submit(post, people.writer)
    with django_capture_on_commit_callbacks(execute=True):
        approve(post, people.editor)
    assert Redirect.objects.filter(automatically_created=True).exists()
    assert told()[0] == set()


def test_who_decides_in_a_review(people):
    """Given to a group by the form, by one superuser; and what the review decides on."""
    task = ReviewTask.objects.get(kind=Kind.ORIGINAL)
    edit = reverse("wagtailadmin_workflows:edit_task", args=[task.pk])
    groups = [*task.groups.all(), Group.objects.get(name=WRITERS)]
    data = {"name": task.name, "kind": task.kind}
    data["groups"] = [group.pk for group in groups]
    logged_in(people.admin).post(edit, data)
    assert task.has_member(people.writer)
    assert_told(people, WRITERS)
    assert "admin@example.fi" in told()[1]
    mail.outbox.clear()
    logged_in(people.admin).post(edit, data | {"language": "sv"})
    assert ReviewTask.objects.get(pk=task.pk).language == "sv"
    assert_told(people, "(alkuperäiset, sv)")
    mail.outbox.clear()
    disable = reverse("wagtailadmin_workflows:disable_task", args=[task.pk])
    logged_in(people.admin).post(disable)
    assert not ReviewTask.objects.get(pk=task.pk).active
    assert "(alkuperäiset, sv)): ei kukaan" in "\n".join(
        each.body for each in mail.outbox
    )


def test_whoever_wants_no_mail_gets_this(people):
    """It is about who may do what."""
    for user in (people.editor, people.editor2):
        MailChoice.objects.create(user=user, when=MailChoice.When.NEVER)
    people.writer.is_superuser = True
    people.writer.save()
    assert told()[0] >= EDITORS_ADDRESSES


def test_an_invited_guest_is_no_news(people):
    """They decide on nothing, and the history of their profile says who invited them; nor is the
    making of a site, or a log-in."""
    user = invite(people.editor).user
    make_site()
    logged_in(user)
    assert told()[0] == set()
