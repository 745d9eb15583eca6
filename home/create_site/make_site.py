"""Makes a site: both trees, the groups, and the reviews they decide in. Safe to run again."""

from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import (
    Locale,
    Page,
    Site,
    Task,
    Workflow,
)
from wagtail.rich_text import RichText
from wagtail_localize.models import Translation, TranslationSource

from home.create_site import skeleton
from home.create_site.fill_translation import fill_strings
from home.create_site.glossary import begin_glossary
from home.create_site.groups import make_groups, make_reviews
from home.models import AccessibilityStatementPage, HomePage, StandardPage
from home.search.indexing import index_if_empty
from kdsite.editorial.exceptions import NotApproved
from kdsite.editorial.notifications.notify import silenced
from kdsite.editorial.publishing import guard


@silenced()
@transaction.atomic
def make_site():
    """Make whatever is missing; nobody is told.

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
    link(
        *(_statement(homes[code]) for code in skeleton.LANGUAGES),
        lambda page: _set(page, **skeleton.STATEMENT["sv"]),
    )
    groups = make_groups(homes)
    make_reviews(groups)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            **_address(),
            "root_page": homes["fi"],
            "site_name": "Kuntademokratiaverkosto",
        },
    )
    waiting = publish_skeleton(homes)
    begin_glossary()
    index_if_empty()
    return waiting


def _address():
    """Host and port of the site as editors reach it; what links in mail and feeds begin with."""
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return {"hostname": parts.hostname, "port": port}


def remove_stock_content():
    """Wagtail's welcome page, and its groups and workflow, which let one person publish; and its
    name in English for what is above both trees, which everybody meets on the way to a page."""
    name = settings.WAGTAIL_SITE_NAME
    Page.objects.filter(depth=1, title="Root").update(title=name, draft_title=name)
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
            body=[("text", f"<p>{sentence}</p>")],
        ),
    )


def _statement(home):
    page = AccessibilityStatementPage.objects.child_of(home).first()
    texts = skeleton.STATEMENT[home.locale.language_code]
    return page or _add(
        home, AccessibilityStatementPage(**texts, **skeleton.STATEMENT_FACTS)
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
        AccessibilityStatementPage,
        HomePage,
        StandardPage,
        *(apps.get_model(label) for label, _texts in skeleton.INDEXES),
    }
