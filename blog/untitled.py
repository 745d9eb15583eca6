"""What a draft is called before anybody has given it a title."""

import re

from django.conf import settings
from django.utils.translation import gettext, override

from kdsite.editorial.slugs import make_slug

NUMBERED = re.compile(r"-\d+$")


def title_in(language):
    with override(language):
        return gettext("Untitled")


def is_no_title(title):
    """Is ``title`` what a draft is called before it has one, in either language?"""
    return title in {title_in(code) for code, _name in settings.LANGUAGES}


def is_untitled(slug):
    """Was ``slug`` made before there was a title, in either language?"""
    languages = dict(settings.LANGUAGES)
    return NUMBERED.sub("", slug) in {make_slug(title_in(code)) for code in languages}
