"""The demo's accounts; their names and passwords are in the README."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from home.site_groups import EDITORS, SWEDISH_TEAM, WRITERS

PASSWORD = "kuntademokratia"  # noqa: S105 - the demo's, printed in the README

# username: (given name, family name, group, language of the admin)
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
    """The accounts by username; those that exist stay as they are."""
    return {name: _account(name, *facts) for name, facts in ACCOUNTS.items()}


def _account(username, given, family, group, language):
    user, created = get_user_model().objects.get_or_create(
        username=username,
        defaults={
            "first_name": given,
            "last_name": family,
            "email": f"{username}@example.fi",
            "is_superuser": group is None,
        },
    )
    if created:
        user.set_password(PASSWORD)
        user.save()
        if group:
            user.groups.add(Group.objects.get(name=group))
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
    return user
