"""What a group may do is told to all editors, once for each save of its form, and recorded (C10)."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, GroupPagePermission, Page

from home.create_site.groups import WRITERS
from home.models import HomePage
from kdsite.editorial.models import ReviewTask
from kdsite.editorial.page_kinds import Kind
from tests.support.factories import index
from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]
EDITORS_ADDRESSES = ["editor2@example.fi", "editor@example.fi"]


def form_of(client, address):
    """What a browser sends of Wagtail's form of groups as it is."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    form = page.select_one("main form[method=post], form#w-form, form[action]")
    data = {}
    for each in form.select("input[name]"):
        if each.get("type") in ("checkbox", "radio") and not each.has_attr("checked"):
            continue
        data.setdefault(each["name"], []).append(each.get("value", ""))
    for each in form.select("select[name]"):
        chosen = each.select("option[selected]") or each.select("option")[:1]
        data[each["name"]] = [option["value"] for option in chosen]
    return {name: value for name, value in data.items() if "__prefix__" not in name}


def add_row(data, panel, **values):
    """One more row of a panel of rights."""
    number = int(data[f"{panel}-TOTAL_FORMS"][0])
    data[f"{panel}-TOTAL_FORMS"] = [str(number + 1)]
    for name, value in values.items():
        data[f"{panel}-{number}-{name}"] = value
    data[f"{panel}-{number}-DELETE"] = ""


def save(people, group, change):
    """Open the form of ``group`` as the superuser, change it and save."""
    client = logged_in(people.admin)
    address = reverse("wagtailusers_groups:edit", args=[group.pk])
    data = form_of(client, address)
    change(data)
    mail.outbox.clear()
    answer = client.post(address, data)
    assert answer.status_code == 302


def told():
    """What the one mail to each editor says."""
    assert sorted(each.to[0] for each in mail.outbox) == EDITORS_ADDRESSES
    assert len({each.body.split("\n", 1)[1] for each in mail.outbox}) == 1
    return mail.outbox[0].body


def recorded(people):
    url = reverse("wagtailadmin_reports:site_history")
    return logged_in(people.editor).get(url).content.decode()


def test_all_that_one_save_changes_is_one_mail(people):
    """Rights to pages, to pictures and to the admin, each in words, and a new name."""
    group = Group.objects.get(name=WRITERS)
    root, home = Collection.get_first_root_node(), index(HomePage)

    def change(data):
        data["name"] = ["Kirjoittajat"]
        users = Permission.objects.get(codename="change_user")
        data["permissions"] = [*data["permissions"], str(users.pk)]
        page = {"page": home.pk, "permissions": ["publish_page", "bulk_delete_page"]}
        add_row(data, "page_permissions", **page)
        number = next(
            name.split("-")[1]
            for name, value in data.items()
            if name.startswith("image_permissions-") and name.endswith("-permissions")
        )
        data[f"image_permissions-{number}-permissions"] = [
            str(Permission.objects.get(codename="change_image").pk)
        ]
        data[f"image_permissions-{number}-collection"] = [str(root.pk)]

    save(people, group, change)
    said = told()
    assert f"{WRITERS} → Kirjoittajat" in said
    assert "poistaa alasivuineen, julkaista" in said
    assert f"sivut (”{home.title}”)" in said
    new, gone = said.split("Uutta:")[1].split("Poissa:")
    assert "kuvat (”Kaikki – Alla”): muokata" in new
    assert "muokata" in new
    assert "käyttäjät: muokata" in new
    assert "lisätä, valita" in gone
    assert "admin@example.fi" in said
    assert "julkaista" in recorded(people)


def test_saved_as_it_is_it_is_no_news(people):
    """Nor is a form that is refused."""
    group = Group.objects.get(name=WRITERS)
    save(people, group, lambda data: None)
    assert [each.body for each in mail.outbox] == []
    client = logged_in(people.admin)
    address = reverse("wagtailusers_groups:edit", args=[group.pk])
    data = form_of(client, address) | {"name": "", "permissions": []}
    assert client.post(address, data).status_code == 200
    assert mail.outbox == []


def test_rights_that_are_taken_away(people):
    group = Group.objects.get(name=WRITERS)
    GroupPagePermission.objects.filter(group=group).exclude(
        page=GroupPagePermission.objects.filter(group=group).first().page
    ).delete()

    def change(data):
        data["page_permissions-0-DELETE"] = "1"
        data["permissions"] = []

    save(people, group, change)
    new, gone = told().split("Uutta:")[1].split("Poissa:")
    assert new.strip(" .") == "–"
    assert "tulla hallintaan" in gone
    assert "lisätä" in gone


def test_a_new_group(people):
    """What it may do from the beginning."""
    client = logged_in(people.admin)
    address = reverse("wagtailusers_groups:add")
    data = form_of(client, address) | {"name": "Apulaiset"}
    add_row(
        data,
        "page_permissions",
        page=Page.get_first_root_node().pk,
        permissions=["change_page"],
    )
    mail.outbox.clear()
    assert client.post(address, data).status_code == 302
    said = told()
    assert "Apulaiset" in said
    assert "muokata" in said


def test_who_decided_before_hears_who_decides_now(people):
    """One save takes their group out and puts another one in; what is done next they hear, too."""
    task = ReviewTask.objects.get(kind=Kind.ORIGINAL)
    url = reverse("wagtailadmin_workflows:edit_task", args=[task.pk])
    group = Group.objects.get(name=WRITERS)
    mail.outbox.clear()
    logged_in(people.admin).post(
        url, {"name": task.name, "kind": task.kind, "groups": [group.pk]}
    )
    assert list(task.groups.all()) == [group]
    last = {each.to[0]: each.body for each in mail.outbox}
    assert set(last) >= {*EDITORS_ADDRESSES, people.writer.email}
    assert all(WRITERS in last[address] for address in EDITORS_ADDRESSES)
    mail.outbox.clear()
    Redirect.objects.create(old_path="/vanha", redirect_link="https://example.org/")
    assert {each.to[0] for each in mail.outbox} >= {*EDITORS_ADDRESSES}


def test_a_group_in_the_place_of_another_is_one_change(people):
    """Wagtail's form takes the one out and then puts the other in: nobody hears that nobody decides."""
    task = ReviewTask.objects.get(kind=Kind.ORIGINAL)
    edit = reverse("wagtailadmin_workflows:edit_task", args=[task.pk])
    writers = Group.objects.get(name=WRITERS)
    data = {"name": task.name, "kind": task.kind, "groups": [writers.pk]}
    logged_in(people.admin).post(edit, data)
    texts = [each.body for each in mail.outbox if each.to == ["editor@example.fi"]]
    assert len(texts) == 1
    assert writers.name in texts[0]
    assert "ei kukaan" not in texts[0]
