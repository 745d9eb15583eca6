"""Who may see and change which page.

Wagtail's tree permissions say where somebody works; this narrows them to what the roles of
moderation.md may do. Nobody has the publish right: the only way to live is an approval.
"""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import AbstractPage, Page, PagePermissionTester
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.workflows import get_concrete_descendants
from wagtail_localize.models import Translation

from kdsite.editorial.page_kinds import Kind, kind_of
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.policy.deciding_groups import (
    in_any_group,
    kinds_decided_by,
    languages_decided_by,
)


def is_editor(user):
    """Is ``user`` in the group that decides on originals?"""
    return user.is_active and Kind.ORIGINAL in kinds_decided_by(user)


def runs_the_site(user):
    """Editors, and superusers for repairs."""
    return user.is_active and (user.is_superuser or is_editor(user))


def translates(user):
    """Is ``user`` in a group that decides on translations?"""
    return user.is_active and Kind.TRANSLATION in kinds_decided_by(user)


def is_guest(user):
    """Does ``user`` only write: no superuser, and in no group that decides on anything?"""
    return not (user.is_superuser or in_any_group(user))


def was_used(person):
    """Has anybody ever come in by this account? Whoever is invited gets the invitation alone: the
    address may be a stranger's."""
    return bool(person.has_usable_password() or person.last_login)


def is_theirs(page, user):
    """Does ``page`` belong to ``user``: as its owner, or as one of its named authors?"""
    if page.owner_id == user.pk:
        return True
    named = getattr(page.specific_deferred, "named_author_ids", None)
    return bool(named and user.pk in named())


class EditorialPermissionTester(PagePermissionTester):
    """What ``user`` may do with ``page``."""

    def __init__(self, user, page):
        super().__init__(user, page)
        self.runs_the_site = runs_the_site(user)

    def _never_seen_by_others(self):
        """A draft that was never public and never sent for review."""
        return (
            not self.page.live
            and self.page.first_published_at is None
            and not approval_rule.was_submitted(self.page)
        )

    def can_edit(self):
        if not self.user.is_active or self.page_is_root:
            return False
        if self.runs_the_site:
            return True
        kind, _language = kind_of(self.page)
        if kind == Kind.TRANSLATION:
            # A translation keeps its source's owner, who has no say in it.
            return approval_rule.is_member(self.user, self.page)
        return "add" in self.permissions and is_theirs(self.page, self.user)

    def can_delete(self, ignore_bulk=False):
        if not self.user.is_active or self.page_is_root:
            return False
        if self.runs_the_site:
            return super().can_delete(ignore_bulk) and not self.page_locked()
        return (
            self.page.is_leaf()
            and self.page.owner_id == self.user.pk
            and self.can_edit()
            and self._never_seen_by_others()
        )

    def can_publish(self):
        return False

    def can_publish_subpage(self):
        return False

    def can_unpublish(self):
        return bool(
            self.runs_the_site
            and self.page.live
            and not self.page_is_root
            and not self.page_locked()
        )

    def can_set_view_restrictions(self):
        return self.runs_the_site and not self.page_is_root

    def can_unschedule(self):
        return self.runs_the_site

    def can_reorder_children(self):
        return self.runs_the_site

    def can_lock(self):
        return self.runs_the_site

    def can_unlock(self):
        return self.runs_the_site

    def can_move(self):
        """A published address is not moved: a slug change leaves a redirect, a move would not."""
        return (
            self.runs_the_site
            and not self.page_is_root
            and not self.page.live
            and not self.page.get_descendants().live().exists()
        )

    def can_copy(self):
        return self.runs_the_site and super().can_copy()

    def can_view_revisions(self):
        return self.can_edit()


class EditorialPagePolicy(PagePermissionPolicy):
    """Wagtail's policy, in which a writer sees only published pages and their own drafts."""

    def explorable_instances(self, user):
        pages = super().explorable_instances(user)
        if runs_the_site(user):
            return pages
        seen = Q(live=True) | Q(owner=user) | names_as_author(user)
        if languages := languages_decided_by(user):
            seen |= Q(locale__language_code__in=languages) & Q(
                pk__in=translation_ids(languages)
            )
            seen |= Q(waiting__isnull=False)
        return pages.filter(seen)

    def instances_user_has_any_permission_for(self, user, actions):
        pages = super().instances_user_has_any_permission_for(user, actions)
        if runs_the_site(user) or "add" in actions:
            return pages
        own = self.model._default_manager.filter(names_as_author(user))
        return pages | own


class EditorsPolicy(BasePermissionPolicy):
    """What only editors may see and do, whatever Django's permissions their groups have."""

    def user_has_permission(self, user, action):
        return runs_the_site(user)

    def users_with_any_permission(self, actions):
        people = get_user_model().objects.filter(is_active=True)
        editors = Q(groups__reviewtask__kind=Kind.ORIGINAL)
        return people.filter(editors | Q(is_superuser=True)).distinct()


class FollowersPolicy(BasePermissionPolicy):
    """What editors and the language team may see and do, whatever Django's permissions they have."""

    def user_has_permission(self, user, action):
        return may_follow(user)

    def users_with_any_permission(self, actions):
        people = get_user_model().objects.filter(is_active=True)
        team = Q(groups__reviewtask__isnull=False) | Q(is_superuser=True)
        return people.filter(team).distinct()


def names_as_author(user):
    """A condition on pages: does the page name ``user`` as an author? Of each model that has authors."""
    found = Q(pk__in=[])
    for model in authored_models():
        found |= Q(pk__in=model.objects.authored_by(user).values("pk"))
    return found


def authored_models():
    """Page models whose manager can say which pages somebody is an author of."""
    return [
        model
        for model in get_concrete_descendants(Page, inclusive=False)
        if hasattr(model.objects, "authored_by")
    ]


def translation_ids(languages):
    """Ids of the pages that are translations into one of ``languages``."""
    keys = Translation.objects.filter(
        target_locale__language_code__in=languages
    ).values("source__object_id")
    return Page.objects.filter(
        translation_key__in=keys, locale__language_code__in=languages
    ).values("pk")


def narrow(pages, user):
    """Of ``pages`` those that ``user`` may choose: public ones, and what the explorer shows."""
    policy = EditorialPagePolicy(Page)
    return pages.filter(
        Q(live=True) | Q(pk__in=policy.explorable_instances(user).values("pk"))
    )


def narrow_chooser(pages, request):
    """:func:`narrow` for Wagtail's page choosers."""
    return narrow(pages, request.user)


def register():
    """Put the policy in force for every page; called once, when the apps are ready."""
    register_permission_policy(AbstractPage, EditorialPagePolicy(Page))


def may_follow(user):
    """Who keeps translations current: editors and language teams."""
    return user.is_active and (user.is_superuser or in_any_group(user))
