"""allauth's screens that say something more here."""

from allauth.mfa.base.views import IndexView
from django.conf import settings

from kdsite.accounts.login import second_factor


class FactorsView(IndexView):
    """What protects one's account, and whether it must."""

    def get_context_data(self, **kwargs):
        needed = second_factor.needs_one(self.request.user)
        return super().get_context_data(**kwargs) | {
            "is_needed": needed,
            # Everybody gets into the demo by the password that the README tells.
            "is_asked_for": not settings.DEMO,
        }
