"""Makes many posts of the public ones, in a throw-away database of PostgreSQL: run beside the server,
reads how many there shall be and prints how many there are, as JSON.

It writes rows past the door that every publication goes through: nobody stands behind these texts, and
nobody reads them. A copy has the people, themes, question and pictures of its original, and a day
of its own before it; its language versions belong together as theirs do.
"""

import json
import sys

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from wagtail.models import Page  # noqa: E402

from blog.models import BlogPage  # noqa: E402

# Ids of copies lie above those of all that is there.
STEP = 1_000_000


def above(column):
    return f"row.{column} + {STEP} * copy.number"


NUMBERED = {"id": above("id")}
OF_PAGE = {"page_id": above("page_id")}
# Of each table with rows for a post: the column that names it, and what is another in a copy.
TABLES = {
    "wagtailcore.Page": (
        "id",
        NUMBERED
        | {
            "path": "copy.path",
            "slug": "row.slug || '-c' || copy.number",
            "url_path": "trim(TRAILING '/' FROM row.url_path) || '-c' || copy.number || '/'",
            "translation_key": "md5(row.translation_key::text || copy.number)::uuid",
            "latest_revision_id": "NULL",
            "live_revision_id": "NULL",
            "first_published_at": "row.first_published_at - copy.number * interval '7 days'",
        },
    ),
    "blog.BlogPage": (
        "page_ptr_id",
        {"page_ptr_id": above("page_ptr_id"), "date": "row.date - 7 * copy.number"},
    ),
    "blog.BlogPageAuthor": (
        "page_id",
        NUMBERED | OF_PAGE | {"translation_key": "gen_random_uuid()"},
    ),
    "blog.BlogPageTheme": ("page_id", NUMBERED | OF_PAGE),
    "home.SearchTerm": ("page_id", NUMBERED | OF_PAGE),
    "home.SearchedText": ("page_id", OF_PAGE),
}


def multiply(total):
    """Copies until there are at least ``total`` public posts; the number there are then."""
    originals = list(BlogPage.objects.live().order_by("path"))
    rounds = -(-max(0, total - len(originals)) // len(originals))
    lists = {post.path[: -Page.steplen]: 0 for post in originals}
    for path in lists:
        lists[path] = Page.objects.get(path=path).get_last_child().path
    copies = []
    for number in range(1, rounds + 1):
        for post in originals:
            path = post.path[: -Page.steplen]
            lists[path] = Page(path=lists[path])._inc_path()
            copies.append((post.pk, number, lists[path]))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE copy (page int, number int, path text) ON COMMIT DROP"
        )
        cursor.executemany("INSERT INTO copy VALUES (%s, %s, %s)", copies)
        for name, (key, others) in TABLES.items():
            cursor.execute(statement(apps.get_model(name), key, others))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return BlogPage.objects.live().count()


def statement(model, key, others):
    """That copies the rows of ``model`` whose ``key`` is an original."""
    table = model._meta.db_table
    columns = [field.column for field in model._meta.local_concrete_fields]
    values = [others.get(column, f'row."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    return (
        f'INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} '  # noqa: S608 - our own names
        f'FROM "{table}" AS row JOIN copy ON row."{key}" = copy.page'
    )


print(json.dumps(multiply(json.load(sys.stdin))))
