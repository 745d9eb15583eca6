"""The plain pages that were the accessibility statement become pages of its type.

Only what kind of page it is changes, for readers nothing: text, versions, reviews, approvals and
translations stay, and what was not public does not become so.
"""

import json

from django.db import migrations

PLAIN, STATEMENT = "standardpage", "accessibilitystatementpage"


def become_statements(apps, schema_editor):
    pages = apps.get_model("home", "StandardPage").objects.filter(role="accessibility")
    for page in pages:
        # Its own table alone: the page itself is there.
        statement = apps.get_model("home", "AccessibilityStatementPage")
        statement(standardpage_ptr_id=page.pk).save_base(raw=True)
    # No version had gaps: not those either that somebody lists later.
    _change_kind(apps, pages, PLAIN, STATEMENT, gaps=[])


def become_plain_pages(apps, schema_editor):
    """What stood in the fields goes with their table; the text stays."""
    statements = apps.get_model("home", "AccessibilityStatementPage").objects
    ids = list(statements.values_list("pk", flat=True))
    pages = apps.get_model("home", "StandardPage").objects.filter(pk__in=ids)
    _change_kind(apps, pages, STATEMENT, PLAIN)
    apps.get_model("home", "AccessibilityGap").objects.filter(page__in=ids).delete()
    statements.all()._raw_delete(schema_editor.connection.alias)


def _change_kind(apps, pages, before, after, **more):
    types = apps.get_model("contenttypes", "ContentType").objects
    old, new = (
        types.get_or_create(app_label="home", model=name)[0] for name in (before, after)
    )
    ids = [page.pk for page in pages]
    objects = [str(pk) for pk in ids]
    keys = [page.translation_key for page in pages]
    apps.get_model("wagtailcore", "Page").objects.filter(pk__in=ids).update(
        content_type=new
    )
    for label in (
        "wagtailcore.WorkflowState",
        "wagtailcore.ReferenceIndex",
        "wagtailsearch.IndexEntry",
    ):
        apps.get_model(label).objects.filter(
            content_type=old, object_id__in=objects
        ).update(content_type=new)
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(content_type=old, object_id__in=objects):
        content = revision.content | {"content_type": new.pk} | more
        revisions.filter(pk=revision.pk).update(content_type=new, content=content)
    sources = apps.get_model("wagtail_localize", "TranslationSource").objects
    for source in sources.filter(specific_content_type=old, object_id__in=keys):
        content = json.loads(source.content_json) | {"content_type": new.pk} | more
        sources.filter(pk=source.pk).update(
            specific_content_type=new, content_json=json.dumps(content)
        )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0005_accessibility_statement"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(become_statements, become_plain_pages)]
