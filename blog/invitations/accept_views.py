"""The page behind the personal link: a greeting, a password, and in.

Outside the admin and without a log-in. Mail scanners follow links, so opening it changes nothing;
only the form does.
"""

from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy, override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from blog.invitations import services
from blog.invitations.mail import slot_of
from blog.models import Invitation
from blog.models.invitation import State
from kdsite.editorial.addresses import edit_url
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
class AcceptInvitationView(View):
    """``/kutsu/<token>/`` and ``/inbjudan/<token>/``."""

    def dispatch(self, request, language, token):
        self.token = token
        self.invitation = Invitation.objects.by_token(token)
        with override(self.invitation.language if self.invitation else language):
            response = super().dispatch(request)
        response["X-Robots-Tag"] = "noindex"
        # The address is the key: it goes to no other site.
        response["Referrer-Policy"] = "same-origin"
        return response

    def get(self, request):
        if self.invitation is None or self.invitation.state != State.SENT:
            return self._not_valid()
        return self._ask(PasswordForm(self.invitation.user))

    def post(self, request):
        if self.invitation is None or self.invitation.state != State.SENT:
            return self._not_valid()
        form = PasswordForm(self.invitation.user, request.POST)
        if not form.is_valid():
            return self._ask(form)
        try:
            user = services.accept(
                self.invitation, self.token, form.cleaned_data["new_password1"]
            )
        except Conflict:
            self.invitation = Invitation.objects.by_token(self.token)
            return self._not_valid()
        login(request, user)
        return HttpResponseRedirect(self._way_in())

    def _way_in(self):
        """The draft while it is there, else the front page of the admin."""
        page = self.invitation.page
        if page and page.specific.permissions_for_user(self.invitation.user).can_edit():
            return edit_url(page)
        return reverse("wagtailadmin_home")

    def _ask(self, form):
        return render(
            self.request,
            "blog/accept_invitation.html",
            {
                "form": form,
                "user": self.invitation.user,
                "inviter": self.invitation.invited_by,
                "slot": slot_of(self.invitation),
            },
        )

    def _not_valid(self):
        """One honest sentence and the way on.

        Not 404: Django would look for the page below a language first.
        """
        invitation = self.invitation
        state = invitation.state if invitation else None
        return render(
            self.request,
            "blog/invitation_not_valid.html",
            {
                "state": state,
                "invitation": invitation,
                "login_url": f"{reverse('wagtailadmin_login')}?next={self._way_in()}"
                if state == State.USED
                else None,
            },
            status=410,
        )
