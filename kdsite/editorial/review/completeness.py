"""Is a translation whole? One that is not is not sent for review."""

from django.utils.translation import ngettext

from kdsite.editorial.exceptions import Incomplete
from kdsite.editorial.texts.left_to_do import left_of


def check_complete(translation):
    """:raises Incomplete: strings are missing, or links in them; the message says how many."""
    left = left_of(translation)
    if left.strings:
        raise Incomplete(
            ngettext(
                "%(count)d string is not translated yet.",
                "%(count)d strings are not translated yet.",
                left.strings,
            )
            % {"count": left.strings}
        )
    if left.links:
        raise Incomplete(
            ngettext(
                "In %(count)d string a link of the original is missing: put it in, or say that it "
                "is left out.",
                "In %(count)d strings a link of the original is missing: put it in, or say that it "
                "is left out.",
                left.links,
            )
            % {"count": left.links}
        )
