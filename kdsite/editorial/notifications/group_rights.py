"""What the members of a group may do: told where Wagtail's form of groups has saved it.

No signal says so: the form makes and removes several rows of each kind at once.
"""

from django.contrib.auth.models import Group

from kdsite.editorial.history.rights_in_words import as_facts
from kdsite.editorial.notifications.announcements import announce
from kdsite.editorial.notifications.notify import silent


def rights_of(group_id):
    """``(name, rights)`` of a group as they are now; of one that is not there yet, none.

    :returns: the rights as :func:`.rights_in_words.as_facts`, in one order.
    """
    group = Group.objects.filter(pk=group_id).first()
    if group is None:
        return "", []
    permissions = group.permissions.select_related("content_type")
    rights = [as_facts(each) for each in permissions]
    for each in group.page_permissions.select_related(
        "permission__content_type", "page"
    ):
        rights.append(as_facts(each.permission, each.page.title))
    for each in group.collection_permissions.select_related(
        "permission__content_type", "collection"
    ):
        rights.append(as_facts(each.permission, each.collection.name))
    for each in group.site_permissions.select_related(
        "permission__content_type", "site"
    ):
        rights.append(as_facts(each.permission, each.site.hostname))
    return group.name, sorted(rights)


def tell_change(before, now):
    """Tell all editors, once, what is other in ``now`` than in ``before`` (:func:`rights_of`)."""
    if silent() or before == now:
        return
    names = [before[0], now[0]] if before[0] != now[0] else [now[0]]
    announce(
        "rights",
        group=" → ".join(filter(None, names)),
        new=[right for right in now[1] if right not in before[1]],
        gone=[right for right in before[1] if right not in now[1]],
    )
