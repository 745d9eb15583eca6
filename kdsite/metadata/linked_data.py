"""What a page says about itself to machines, in the words of schema.org (JSON-LD)."""

import json
from dataclasses import dataclass, field

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page

from kdsite.images.social import absolute
from kdsite.languages.hyphenation import unhyphenated

# Nothing in the data can end the script element or begin another.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@dataclass
class Around:
    """What stands around a page: the request, the front page, the picture of its links."""

    request: HttpRequest
    home: Page | None
    image: dict = field(default_factory=dict)

    def address(self, page):
        """The page's full address, as in its canonical link."""
        return page.get_full_url(self.request)


def filled(**values):
    """Only what has a value; ``type`` and ``id`` become ``@type`` and ``@id``."""
    names = {"type": "@type", "id": "@id"}
    return {names.get(name, name): value for name, value in values.items() if value}


def publisher(around):
    """The network, which publishes every page."""
    logo = absolute(around.request, static("img/apple-touch-icon.png"))
    return filled(
        type="Organization",
        name=_("Network for municipal democracy"),
        url=around.home and around.address(around.home),
        logo=filled(type="ImageObject", url=logo),
    )


def website(around):
    """The site in the language of its front page."""
    home, address = around.home, around.home and around.address(around.home)
    return home and filled(
        type="WebSite",
        id=f"{address}#website",
        name=unhyphenated(home.title),
        url=address,
        inLanguage=home.locale.language_code,
    )


def breadcrumb(pages, page, around):
    """The way from the front page to ``page``, as readers see it.

    :param pages: from the front page down, without ``page``.
    """
    steps = [
        filled(
            type="ListItem",
            position=number,
            name=_("Front page") if number == 1 else unhyphenated(step.title),
            item=around.address(step),
        )
        for number, step in enumerate([*pages, page], 1)
    ]
    return filled(type="BreadcrumbList", itemListElement=steps)


def as_script(graph):
    """The JSON of ``graph`` (a list of things), safe inside a script element."""
    data = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False)
    return SafeString(text.translate(ESCAPES))
