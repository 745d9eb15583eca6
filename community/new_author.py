"""A profile for somebody who has none yet, as a draft that goes out with the first text."""

from django.db import transaction

from community.models import AuthorIndexPage, AuthorPage
from kdsite.editorial.publishing import guard


@transaction.atomic
def add_author(locale, owner, given_name, family_name, job_title="", organisation=""):
    """A draft profile in ``locale`` that nobody logs in with.

    :param owner: the account that makes it, or ``None``.
    """
    index = AuthorIndexPage.objects.get(locale=locale)
    # Two children made at once would get the same path in the tree.
    guard.lock_page(index.pk)
    profile = AuthorPage(
        given_name=given_name,
        family_name=family_name,
        job_title=job_title,
        organisation=organisation,
        owner=owner,
        live=False,
        locale=locale,
    )
    AuthorIndexPage.objects.get(pk=index.pk).add_child(instance=profile)
    profile.save_revision(user=owner, log_action=True, clean=False)
    return profile


def may_add_author(user, locale):
    """May ``user`` make a profile in ``locale``?"""
    index = AuthorIndexPage.objects.filter(locale=locale).first()
    return bool(index and index.permissions_for_user(user).can_add_subpage())
