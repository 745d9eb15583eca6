"""All editors are told at once that a profile is to get an account."""

from django.db.models.signals import post_save
from django.urls import reverse
from django.utils.translation import gettext_lazy

from community.models import ProfileTie
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import later, tell, telling


def asked(sender, instance, created, **kwargs):
    """Signal ``post_save``."""
    if created:
        later(tell_of_question, instance.profile_id, instance)


@telling(
    gettext_lazy("The editors do not know yet that “%(title)s” is to get an account.")
)
def tell_of_question(profile, tie):
    """To all editors."""
    tie = ProfileTie.objects.get(pk=tie)
    tell(
        "community/mail/tie_asked",
        recipients.editors(),
        key=tie.pk,
        by=tie.asked_by,
        link=reverse("profile_tie", args=[tie.pk]),
        at_once=True,
        tie=tie,
    )


def connect():
    """Called once, when the apps are ready."""
    post_save.connect(asked, sender=ProfileTie, dispatch_uid="community.tie_asked")
