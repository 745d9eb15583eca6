"""The three groups, what each may do where, and the reviews in which they decide."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowTask,
)

from blog.models import BlogIndexPage
from community.models import AuthorIndexPage
from kdsite.editorial.models import ReviewTask
from kdsite.editorial.page_kinds import Kind

EDITORS = "Toimitus – Redaktion"
WRITERS = "Kirjoittajat – Skribenter"
SWEDISH_TEAM = "Ruotsin kieliryhmä – Svenska språkgruppen"

# Name of the review, who decides, on what.
REVIEWS = [
    ("Tarkistus – Granskning", EDITORS, Kind.ORIGINAL, ""),
    (
        "Suomennoksen tarkistus – Granskning av finsk översättning",
        EDITORS,
        Kind.TRANSLATION,
        "fi",
    ),
    (
        "Ruotsinnoksen tarkistus – Granskning av svensk översättning",
        SWEDISH_TEAM,
        Kind.TRANSLATION,
        "sv",
    ),
]


def make_groups(homes):
    """The three groups and what each may do where; nobody may publish."""
    editors, writers, swedish = (
        Group.objects.get_or_create(name=name)[0]
        for name in (EDITORS, WRITERS, SWEDISH_TEAM)
    )
    admin = Permission.objects.get(codename="access_admin")
    for group in (editors, writers, swedish):
        group.permissions.add(admin)
    editors.permissions.add(
        *Permission.objects.filter(
            content_type__app_label="editorial",
            codename__in=("add_slot", "change_slot", "change_rhythm"),
        )
    )
    # The language team sees what comes, and changes nothing there.
    swedish.permissions.add(
        Permission.objects.get(
            content_type__app_label="editorial", codename="view_slot"
        )
    )
    for home in homes.values():
        _allow(editors, home, "add", "change", "lock", "unlock")
        for model in (BlogIndexPage, AuthorIndexPage):
            _allow(writers, model.objects.child_of(home).get(), "add")
    _allow(swedish, homes["sv"], "change")
    root = Collection.get_first_root_node()
    if root.name == "Root":
        # As Wagtail calls it in its migration; people see it where they choose a collection.
        root.name = "Kaikki – Alla"
        root.save()
    for group, verbs in (
        (editors, ("add", "change", "choose")),
        (writers, ("add", "choose")),
        (swedish, ("add", "choose")),
    ):
        for verb in verbs:
            for codename in (f"{verb}_image", f"{verb}_document"):
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=root, permission=_file_permission(codename)
                )
    return {EDITORS: editors, WRITERS: writers, SWEDISH_TEAM: swedish}


def _file_permission(codename):
    return Permission.objects.get(
        codename=codename, content_type__app_label__in=["wagtailimages", "wagtaildocs"]
    )


def _allow(group, page, *verbs):
    for verb in verbs:
        GroupPagePermission.objects.get_or_create(
            group=group,
            page=page.page_ptr,
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename=f"{verb}_page"
            ),
        )


def make_reviews(groups):
    """For each kind of page one task, alone in a workflow of its own."""
    for name, group, kind, language in REVIEWS:
        task, created = ReviewTask.objects.get_or_create(
            kind=kind, language=language, defaults={"name": name}
        )
        if created:
            task.groups.add(groups[group])
            workflow = Workflow.objects.create(name=name)
            WorkflowTask.objects.create(workflow=workflow, task=task)
