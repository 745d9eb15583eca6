"""The first accounts of a site."""

import re
from email.utils import parseaddr

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from home.create_site.groups import EDITORS
from kdsite.accounts.invitations import staff
from kdsite.accounts.models import User

# The model knows better what an address is.
ADDRESS = re.compile(r"\S+@\S+\.\S+")


def read(text):
    """The unsaved account of ``Given Family <address>``.

    :raises ValidationError: it says no name or no address, or the address is an account's.
    """
    name, address = parseaddr(text)
    given, _blank, family = name.strip().rpartition(" ")
    if not (given and ADDRESS.fullmatch(address)):
        raise ValidationError(
            _("Write “%(text)s” like this: Maija Malli <maija@example.fi>")
            % {"text": text}
        )
    person = User(first_name=given, last_name=family, email=address)
    person.full_clean(exclude=["password"])
    return person


@transaction.atomic
def make_superuser(person, password, language):
    """Save ``person``, who may do everything, and logs in by ``password``."""
    person.is_superuser = True
    person.set_password(password)
    person.save()
    staff.UserProfile.objects.update_or_create(
        user=person, defaults={"preferred_language": language}
    )


@transaction.atomic
def invite_editor(person, by, language):
    """Save ``person``, an editor, and mail them a link that lets them choose a password."""
    person.set_unusable_password()
    person.save()
    person.groups.add(Group.objects.get(name=EDITORS))
    staff.invite(person, by, language)
