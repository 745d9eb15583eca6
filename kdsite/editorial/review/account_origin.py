"""Who made or invited an account, when and by which address, until a text of its owner's has been
public."""

from django.contrib.contenttypes.models import ContentType
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import PageLogEntry

from kdsite.editorial.page_kinds import slot_pages
from kdsite.editorial.policy.hosts import hosts_of


def account_origin(user):
    """A sentence for the review of something that ``user`` wrote; ``""`` once a text that they
    wrote last has been public, or where nobody knows who wrote."""
    if user is None or has_been_public(user):
        return ""
    return origin_of(user) or _("The account of %(name)s was made on %(day)s.") % {
        "name": get_user_display_name(user),
        "day": _day(user.date_joined),
    }


def origin_of(user):
    """Who invited ``user``, when and to which address, whatever came of it; ``""``: nobody did."""
    hosts = hosts_of(user)
    if not hosts:
        return ""
    return _("%(inviter)s invited %(name)s on %(day)s, at the address %(address)s.") % {
        "inviter": ", ".join(map(get_user_display_name, hosts)),
        "name": get_user_display_name(user),
        "day": _day(user.invited_at),
        "address": user.invited_to,
    }


def has_been_public(user):
    """Was a text that ``user`` wrote last ever published? A profile goes along with anybody's."""
    published = PageLogEntry.objects.filter(action="wagtail.publish")
    texts = ContentType.objects.get_for_models(*slot_pages()).values()
    return published.filter(revision__user=user, page__content_type__in=texts).exists()


def _day(moment):
    return date_format(localtime(moment), "SHORT_DATE_FORMAT")
