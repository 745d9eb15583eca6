"""All editors are told at once that a profile is to get an account."""

from django.db.models.signals import post_save
from django.urls import reverse

from community.models import ProfileTie
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import kept_apart, tell, unless_silenced


@unless_silenced
def asked(sender, instance, created, **kwargs):
    """Signal ``post_save``."""
    if created:
        with kept_apart("tie_asked"):
            tell(
                "community/mail/tie_asked",
                recipients.editors(),
                key=instance.pk,
                by=instance.asked_by,
                link=reverse("profile_tie", args=[instance.pk]),
                at_once=True,
                tie=instance,
            )


def connect():
    """Called once, when the apps are ready."""
    post_save.connect(asked, sender=ProfileTie, dispatch_uid="community.tie_asked")
