"""The screen that asks, and the two that confirm."""

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View

from kdsite.accounts.lost_factor import services
from kdsite.accounts.models import User
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.policy.permissions import runs_the_site


class AccountForm(forms.Form):
    """Whose second factor is lost."""

    account = forms.ModelChoiceField(
        User.objects.none(), label=gettext_lazy("Whose it is")
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = services.who_has_one().exclude(pk=by.pk)


class AskView(LoginRequiredMixin, FormView):
    """An editor asks."""

    form_class = AccountForm
    template_name = "accounts/lost_factor.html"
    success_url = reverse_lazy("lost_factor")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not runs_the_site(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"by": self.request.user}

    def get_initial(self):
        return {"account": self.request.GET.get("account")}

    def form_valid(self, form):
        try:
            services.ask(form.cleaned_data["account"], self.request.user)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("It is asked: a second editor or the owner confirms it by their mail."),
        )
        return super().form_valid(form)


class OwnerView(View):
    """Whoever reads the owner's mail confirms; opening the page changes nothing."""

    kind = services.OWNER

    def get(self, request, token):
        try:
            with transaction.atomic():
                account, by = services.read(token, self.kind)
                self.check(account, by)
        except Refusal as refusal:
            return self._say(str(refusal), status=410)
        return self._show("accounts/lost_factor_confirm.html", account=account, by=by)

    def post(self, request, token):
        try:
            account = services.take_off(token, self.confirmed_by())
        except Refusal as refusal:
            return self._say(str(refusal), status=410)
        return self._say(_("The second factor is taken off."), account=account)

    def check(self, account, by):
        """Whose mailbox it is in is the proof, where it is the owner's for certain."""
        services.check_owner(account, by)

    def confirmed_by(self):
        return None

    def _say(self, sentence, status=200, **context):
        return self._show(
            "accounts/lost_factor_said.html", status, sentence=sentence, **context
        )

    def _show(self, template, status=200, **context):
        return TemplateResponse(self.request, template, context, status=status)


class EditorView(LoginRequiredMixin, OwnerView):
    """A second editor confirms."""

    kind = services.EDITOR

    def check(self, account, by):
        services.check_second(account, by, self.request.user)

    def confirmed_by(self):
        return self.request.user
