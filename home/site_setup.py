"""Makes a site: both trees, the groups, and the reviews they decide in. Safe to run again."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowTask,
)
from wagtail.rich_text import RichText
from wagtail_localize.models import Translation, TranslationSource

from blog.models import BlogIndexPage
from community.models import AuthorIndexPage
from home import skeleton
from home.models import HomePage, StandardPage
from home.pairing import fill_strings
from kdsite.editorial import guard, rule
from kdsite.editorial.kinds import Kind
from kdsite.editorial.models import ReviewTask
from kdsite.editorial.refusals import NotApproved

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


@transaction.atomic
def make_site():
    """Make whatever is missing.

    :returns: titles of skeleton pages that stay drafts, because people have accounts already
        and the software alone may no longer publish.
    """
    remove_stock_content()
    homes = {code: _home(code) for code in skeleton.LANGUAGES}
    link(*homes.values(), lambda home: _set(home, **skeleton.HOME["sv"]))
    for label, texts in skeleton.INDEXES:
        model = apps.get_model(label)
        pages = [_index(model, homes[code], *texts[code]) for code in texts]
        link(*pages, lambda page, texts=texts: _set(page, title=texts["sv"][0]))
    for role, texts in skeleton.PLAIN:
        pages = [_plain(role, homes[code], *texts[code]) for code in texts]
        link(*pages, lambda page, texts=texts: _set_plain(page, *texts["sv"]))
    groups = make_groups(homes)
    make_reviews(groups)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": "localhost",
            "root_page": homes["fi"],
            "site_name": "Kuntademokratiaverkosto",
        },
    )
    return publish_skeleton(homes)


def remove_stock_content():
    """Wagtail's welcome page, and its groups and workflow, which let one person publish."""
    Page.objects.filter(depth=2, content_type__model="page").delete()
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()
    Workflow.objects.filter(name="Moderators approval").delete()
    Task.objects.filter(name="Moderators approval").delete()


def _home(code):
    locale, _created = Locale.objects.get_or_create(language_code=code)
    home = HomePage.objects.filter(locale=locale).first()
    if home is None:
        home = HomePage(locale=locale, slug=code, live=False, **skeleton.HOME[code])
        Page.objects.get(depth=1).add_child(instance=home)
        home.save_revision()
    return home


def _index(model, home, title, slug):
    page = model.objects.child_of(home).first()
    return page or _add(home, model(title=title, slug=slug))


def _plain(role, home, title, slug, sentence):
    page = StandardPage.objects.child_of(home).filter(role=role).first()
    return page or _add(
        home,
        StandardPage(
            title=title,
            slug=slug,
            role=role,
            body=[("paragraph", f"<p>{sentence}</p>")],
        ),
    )


def _add(home, page):
    page.locale, page.live = home.locale, False
    home.add_child(instance=page)
    page.save_revision()
    return page


def link(original, translated, change):
    """Make ``translated`` the translation of ``original``, as wagtail-localize keeps it.

    Its language's team decides on it from then on, and finds its words in the editor.
    """
    if translated.translation_key == original.translation_key:
        return
    type(translated).objects.filter(pk=translated.pk).update(
        translation_key=original.translation_key
    )
    source, _created = TranslationSource.get_or_create_from_instance(original)
    record = Translation.objects.create(source=source, target_locale=translated.locale)
    fill_strings(record, change)


def _set(page, **values):
    for name, value in values.items():
        setattr(page, name, value)


def _set_plain(page, title, _slug, sentence):
    page.title = title
    page.body[0].value = RichText(f"<p>{sentence}</p>")


def make_groups(homes):
    """The three groups and what each may do where; nobody may publish."""
    editors, writers, swedish = (
        Group.objects.get_or_create(name=name)[0]
        for name in (EDITORS, WRITERS, SWEDISH_TEAM)
    )
    admin = Permission.objects.get(codename="access_admin")
    for group in (editors, writers, swedish):
        group.permissions.add(admin)
    for home in homes.values():
        _allow(editors, home, "add", "change", "lock", "unlock")
        for model in (BlogIndexPage, AuthorIndexPage):
            _allow(writers, model.objects.child_of(home).get(), "add")
    _allow(swedish, homes["sv"], "change")
    root = Collection.get_first_root_node()
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


def publish_skeleton(homes):
    """Publish what the software wrote; return the titles of what must wait for people."""
    waiting = []
    for home in homes.values():
        for page in Page.objects.descendant_of(home, inclusive=True).filter(
            live=False, owner=None, first_published_at=None
        ):
            revision = page.get_latest_revision()
            if revision is None or revision.user_id:
                continue
            if page.specific_class not in _skeleton_models():
                continue
            try:
                guard.publish_skeleton(revision)
            except NotApproved:
                waiting.append(page.title)
    return waiting


def _skeleton_models():
    return {
        HomePage,
        StandardPage,
        *(apps.get_model(label) for label, _texts in skeleton.INDEXES),
    }


def short_groups():
    """``(group name, active members)`` of each deciding group with fewer than two."""
    found = {}
    for task in ReviewTask.objects.filter(active=True):
        count = rule.members(task).count()
        if count < 2:
            for group in task.groups.all():
                found[group.name] = count
    return sorted(found.items())
