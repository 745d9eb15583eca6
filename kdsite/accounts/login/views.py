"""allauth's screens that say something more here."""

from functools import wraps

from allauth.mfa.base.views import IndexView
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect

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


def of_codes(view):
    """``view``, which shows recovery codes; where the site cannot read them, it says so."""

    @wraps(view)
    def shown(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except ValidationError as error:
            messages.error(request, error.message)
            return redirect("mfa_index")

    return shown
