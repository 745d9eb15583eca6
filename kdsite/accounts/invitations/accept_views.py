"""The page behind the personal link: a greeting, a password, and in.

Outside the admin and without a log-in. Mail scanners follow links, so opening it changes nothing;
only the form does.
"""

from django.contrib.auth.forms import SetPasswordForm
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy, override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from kdsite.accounts.entering import enter
from kdsite.accounts.invitations.personal_link import State, accept
from kdsite.accounts.models import StaffInvitation
from kdsite.editorial.exceptions import Conflict


class PasswordForm(SetPasswordForm):
    """Django's form and validators, in our words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = gettext_lazy("Choose a password")
        self.fields["new_password2"].label = gettext_lazy("The same password again")
        for field in self.fields.values():
            field.widget.attrs.pop("autofocus", None)


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class AcceptView(View):
    """Of one kind of invitation (``model``), in the language of the address or the invitation."""

    model = StaffInvitation
    template_name = "accounts/accept_invitation.html"

    def dispatch(self, request, language, token):
        self.token = token
        self.link = self.model.objects.by_token(token)
        with override(self.link.language if self.link else language):
            response = super().dispatch(request)
        response["X-Robots-Tag"] = "noindex"
        # The address is the key: it goes to no other site.
        response["Referrer-Policy"] = "same-origin"
        return response

    def get(self, request):
        if self.link is None or self.link.state != State.SENT:
            return self._not_valid()
        return self._ask(PasswordForm(self.link.user))

    def post(self, request):
        if self.link is None or self.link.state != State.SENT:
            return self._not_valid()
        form = PasswordForm(self.link.user, request.POST)
        if not form.is_valid():
            return self._ask(form)
        try:
            user = accept(self.link, self.token, form.cleaned_data["new_password1"])
        except Conflict:
            self.link = self.model.objects.by_token(self.token)
            return self._not_valid()
        return enter(request, user, self.way_in())

    def way_in(self):
        """Where the person goes then."""
        return reverse("wagtailadmin_home")

    def get_context_data(self):
        return {"user": self.link.user, "inviter": self.link.invited_by}

    def _ask(self, form):
        context = self.get_context_data() | {"form": form}
        return render(self.request, self.template_name, context)

    def _not_valid(self):
        """One honest sentence and the way on.

        Not 404: Django would look for the page below a language first.
        """
        link = self.link
        state = link.state if link else None
        return render(
            self.request,
            "accounts/link_not_valid.html",
            {
                "state": state,
                "link": link,
                "login_url": f"{reverse('account_login')}?next={self.way_in()}"
                if state == State.USED
                else None,
            },
            status=410,
        )
