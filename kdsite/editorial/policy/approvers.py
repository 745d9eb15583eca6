"""Who can approve a version now: who is asked, and named where somebody else has no button."""

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from kdsite.editorial.policy.approval_rule import role_if_any


def who_can_approve(decision):
    """Everybody whose approval of the version would count now. A superuser is among them only as a
    member of a group or as an author."""
    return [user for user in who_have_part(decision) if role_if_any(user, decision)]


def who_have_part(decision):
    """The members of all groups that decide, and the authors of the version."""
    users = get_user_model().objects.filter(is_active=True)
    groups = users.filter(groups__reviewtask__active=True)
    authors = users.filter(pk__in=decision.author_ids)
    return (groups | authors).distinct()


def who_else(decision):
    """Who can approve the version now, by their names: a sentence to somebody who cannot."""
    people = who_can_approve(decision)
    if not people:
        superusers = get_user_model().objects.filter(is_superuser=True, is_active=True)
        people = [each for each in superusers if role_if_any(each, decision)]
    if not people:
        return _("Nobody else can approve it now.")
    names = ", ".join(sorted(map(get_user_display_name, people)))
    return _("These can approve it now: %(names)s.") % {"names": names}
