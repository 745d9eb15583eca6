"""How many there are in a list, in Finnish and Swedish.

Wagtail puts a number before a noun as its model names many of them (*8 sivut*); after a number Finnish has
another form. Can go when Wagtail asks the catalogues for the whole.
"""

from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator


def _label(paginator):
    return _("%(count)d in all") % {"count": paginator.count}


def count_in_words():
    """Below every list of the admin (called once, when the site starts)."""
    WagtailPaginator.items_count_label = property(_label)
