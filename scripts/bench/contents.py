"""What there is to measure, from the database: run beside the server, prints JSON.

``pages``: every public page, with its kind; ``more``: what readers meet beside those, one of each
kind; ``posts``: with their own text; ``feeds``.
"""

import json

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import translation  # noqa: E402
from wagtail.models import Locale, Page  # noqa: E402

from blog.models import BlogIndexPage, BlogPage  # noqa: E402
from kdsite.blocks.story import texts_of  # noqa: E402
from kdsite.pages.base import is_open  # noqa: E402

FOUND = {"fi": "kunta", "sv": "kommun"}
NOT_FOUND = "qxzqxz"


def pages():
    public = Page.objects.live().filter(is_open(), depth__gt=1)
    return list(public.select_related("locale").specific())


def more():
    """Search, the posts of the other language, the archive, what is not there."""
    for locale in Locale.objects.all():
        code = locale.language_code
        with translation.override(code):
            search = reverse("search", kwargs={"language": code})
        yield "search, nothing asked", code, search
        yield "search, found", code, f"{search}?q={FOUND[code]}"
        yield "search, not found", code, f"{search}?q={NOT_FOUND}"
        yield "not there", code, f"/{code}/{NOT_FOUND}/"
        foreign = BlogPage.objects.for_readers_in(locale).exclude(locale=locale)
        for post in foreign[:1]:
            yield "post of the other language", code, post.url
        for index in BlogIndexPage.objects.readable().filter(locale=locale):
            yield "list of posts, page 2", code, f"{index.url}?page=2"
            year = max(index.years, key=lambda entry: entry["count"])
            month = max(year["months"], key=lambda entry: entry["count"])
            yield "archive, year", code, f"{index.url}{year['below']}"
            yield "archive, month", code, f"{index.url}{month['below']}"


def posts(found):
    for post in found:
        if isinstance(post, BlogPage):
            yield {
                "address": post.url,
                "has_picture": bool(post.hero_image_id),
                "text": "\n".join([post.title, post.lead, *texts_of(post.body)]),
            }


def feeds(found):
    """Of the pages that have one, and of each language."""
    yield from (f"/{code}/atom.xml" for code, _name in settings.LANGUAGES)
    yield from (f"{page.url}atom.xml" for page in found if page.has_feed)


def main():
    found = pages()
    answer = {
        "pages": [
            {
                "kind": type(page).__name__,
                "language": page.locale.language_code,
                "address": page.url,
            }
            for page in found
        ],
        "more": [
            {"kind": kind, "language": code, "address": address}
            for kind, code, address in more()
        ],
        "posts": list(posts(found)),
        "feeds": sorted(set(feeds(found))),
    }
    print(json.dumps(answer))


main()
