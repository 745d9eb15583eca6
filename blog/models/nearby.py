"""Which posts are offered to whoever has read one: its neighbours in the list, and those on its
themes."""

from functools import cache

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Count, F, Q
from wagtail.models import Page

from kdsite.images.models import SiteImage
from kdsite.pages.rows import page_from
from kdsite.pages.statements import WrittenOnce

RELATED = 3
# Of as many on either side it is looked who is shown them: half of them are in the other language.
LOOKED_AT = 12
# What is shown of a post that is offered to read next, beside its picture.
NAMED = (
    "id",
    "title",
    "lead",
    "hero_image_id",
    "slug",
    "url_path",
    "date",
    "first_published_at",
    "translation_key",
    "locale_id",
)
PICTURE = "hero_image__"
OLDEST_FIRST = ("date", "first_published_at", "pk")
NEWEST_FIRST = ("-date", "-first_published_at", "-pk")


def posts_around(post, themes, locale, looked_at=LOOKED_AT):
    """For readers in ``locale``: the posts before and after ``post``, and up to three others on
    its ``themes`` (ids), those with most in common and then the newest. These have
    ``is_related``.

    A list. Whom a post is shown is dear to ask: it is asked once, of the nearest ``looked_at`` on
    either side and on the themes, and of more where these are too few.
    """
    place = {"date": post.date, "moment": post.first_published_at, "pk": post.pk}
    groups = [
        (_beside("lt", NEWEST_FIRST, looked_at)(**place), 1),
        (_beside("gt", OLDEST_FIRST, looked_at)(**place), 1),
        (_sharing(looked_at)(pk=post.pk, themes=themes) if themes else [], RELATED),
    ]
    near = [[row["pk"] for row in rows] for rows, _most in groups]
    wanted = list({pk for ids in near for pk in ids})
    rows = _shown_in(locale)(ids=wanted) if wanted else []
    shown = {row["id"]: row for row in rows}
    found = {}
    for ids, (_rows, most) in zip(near, groups, strict=True):
        chosen = [pk for pk in ids if pk in shown and pk not in found][:most]
        if len(chosen) < most and len(ids) == looked_at:
            return posts_around(post, themes, locale, looked_at * 10)
        found |= {pk: _post_from(shown[pk], type(post)) for pk in chosen}
    for pk, each in found.items():
        each.is_related = pk in chosen
    _posts().lead(found.values(), locale)
    return sorted(found.values(), key=lambda each: each.place, reverse=True)


def _post_from(row, model):
    """With its picture, which is read with it."""
    names = [name for name in row if name.startswith(PICTURE)]
    values = [row[name] for name in names]
    post = page_from({n: v for n, v in row.items() if n not in names}, model)
    if post.hero_image_id:
        fields = [name.removeprefix(PICTURE) for name in names]
        post.hero_image = SiteImage.from_db(DEFAULT_DB_ALIAS, fields, values)
    return post


def _posts():
    return apps.get_model("blog.BlogPage").objects


@cache
def _beside(than, order, most):
    """The ids of those that lie on one side of a post; ``than`` is ``lt`` or ``gt``."""

    @WrittenOnce
    def ids(date, moment, pk):
        same_day = Q(date=date)
        same_moment = same_day & Q(first_published_at=moment)
        on_that_side = (
            Q(**{f"date__{than}": date})
            | same_day & Q(**{f"first_published_at__{than}": moment})
            | same_moment & Q(**{f"pk__{than}": pk})
        )
        return _posts().live().filter(on_that_side).order_by(*order).values("pk")[:most]

    return ids


@cache
def _sharing(most):
    """The ids of other posts on themes (ids, of any language version), those on most of them
    first."""

    @WrittenOnce
    def ids(pk, themes):
        keys = Page.objects.filter(pk__in=themes).values("translation_key")
        key = "post_themes__theme__translation_key"
        return (
            _posts()
            .live()
            .exclude(pk=pk)
            .filter(**{f"{key}__in": keys})
            # So that each is counted by its id, and not by all of its columns.
            .values("pk")
            .annotate(shared=Count(key, distinct=True))
            .order_by("-shared", *NEWEST_FIRST)[:most]
        )

    return ids


@cache
def _shown_in(locale):
    """Those of some posts (ids) that readers in ``locale`` are shown."""

    @WrittenOnce
    def rows(ids):
        shown = _posts().shown_in(locale).filter(id__in=ids)
        return shown.values(
            *NAMED,
            *(f"{PICTURE}{field.attname}" for field in SiteImage._meta.concrete_fields),
            language=F("locale__language_code"),
        )

    return rows
