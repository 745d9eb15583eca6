"""The screen that the link in the new mailbox leads to."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.generic import View

from kdsite.accounts.own_address import services
from kdsite.editorial.exceptions import Refusal


class ConfirmView(LoginRequiredMixin, View):
    """The owner confirms, logged in by the old address; opening the page changes nothing."""

    def get(self, request, token):
        try:
            address = services.read(token, request.user)
        except Refusal as refusal:
            return self._say(str(refusal), status=410)
        return self._show("accounts/own_address_confirm.html", address=address)

    def post(self, request, token):
        try:
            address = services.confirm(token, request.user)
        except Refusal as refusal:
            return self._say(str(refusal), status=410)
        return self._say(_("Your address is now %(address)s.") % {"address": address})

    def _say(self, sentence, status=200):
        return self._show("accounts/own_address_said.html", status, sentence=sentence)

    def _show(self, template, status=200, **context):
        return TemplateResponse(self.request, template, context, status=status)
