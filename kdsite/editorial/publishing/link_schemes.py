"""What a link may lead to: the rule for imported texts, for translations and before readers see it."""

import json
import re
from html import unescape

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from wagtail.whitelist import ALLOWED_URL_SCHEMES

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.publishing.targets import links_of

LINKS = {"http", "https", "mailto", "tel"}
# What the editor of formatted text takes, too; and no scheme: a place on this site.
SCHEMES = {*ALLOWED_URL_SCHEMES, ""}
# Browsers pass over these before and inside a scheme.
INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\ufeff]+")
ANY_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)

# Anything in a text that could be one which is not among them.
OTHER_SCHEME = re.compile(
    rf"(?<![a-z0-9])(?!({'|'.join(ALLOWED_URL_SCHEMES)}):)[a-z][a-z0-9+.-]*:",
    re.IGNORECASE,
)


def scheme_of(address):
    """The scheme as a browser finds it, in small letters; empty where there is none."""
    match = ANY_SCHEME.match(INVISIBLE.sub("", address))
    return match.group(1).lower() if match else ""


def is_whole(address):
    """Can readers follow it: a whole address, a mailbox, a telephone number, or a place on the same
    page?"""
    scheme = scheme_of(address)
    if scheme not in ("http", "https"):
        return scheme in LINKS or INVISIBLE.sub("", address).startswith("#")
    try:
        URLValidator(["http", "https"])(address.strip())
    except ValidationError:
        return False
    return True


def check_links(revision):
    """Refuse a revision with a link that does something else than lead somewhere: ``javascript:``,
    ``data:``.

    :raises Refusal: in one sentence that names the address.
    """
    if not OTHER_SCHEME.search(
        unescape(json.dumps(revision.content, cls=DjangoJSONEncoder))
    ):
        # Most have none, and to build the version costs queries.
        return
    for link in links_of(revision.as_object()):
        kind, address = link.target
        if kind == "url" and scheme_of(address) not in SCHEMES:
            raise Refusal(
                _(
                    "The link “%(address)s” cannot be published: change its address to one that "
                    "begins with https://."
                )
                % {"address": address[:100]}
            )
