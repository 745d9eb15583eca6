"""What follows when somebody logs in, fails to, or changes how they do."""

from allauth.account.signals import password_reset
from django.dispatch import receiver

from kdsite.accounts.login import limits


@receiver(password_reset)
def after_a_reset(request, user, **_kwargs):
    limits.forget(request, user)
