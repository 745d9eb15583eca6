"""The demo's accounts; their names and passwords are in the README."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from home.create_site.groups import EDITORS, SWEDISH_TEAM, WRITERS
from kdsite.accounts.models import DEMO_DOMAIN

PASSWORD = "kuntademokratia"  # noqa: S105 - the demo's, printed in the README

# short name: (given name, family name, group, language of the admin)
ACCOUNTS = {
    "writer": ("Aino", "Airola", WRITERS, "fi"),
    "writer2": ("Touko", "Toiva", WRITERS, "fi"),
    "skribent": ("Karin", "Kajander", WRITERS, "sv"),
    "editor": ("Elli", "Esimerkki", EDITORS, "fi"),
    "editor2": ("Eero", "Esimerkki", EDITORS, "fi"),
    "translator": ("Tina", "Testberg", SWEDISH_TEAM, "sv"),
    "reviewer": ("Rolf", "Provström", SWEDISH_TEAM, "sv"),
    "admin": ("Ylle", "Ylläpito", None, "fi"),
}


def make_accounts():
    """The accounts by their short names; those that exist stay as they are."""
    return {name: _account(name, *facts) for name, facts in ACCOUNTS.items()}


def _account(name, given, family, group, language):
    accounts, address = get_user_model().objects, f"{name}@{DEMO_DOMAIN}"
    # Also where somebody has tried out to give it another address.
    if known := accounts.by_mailbox(address):
        return known
    user = accounts.create_user(
        address,
        PASSWORD,
        first_name=given,
        last_name=family,
        is_superuser=group is None,
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    return user
