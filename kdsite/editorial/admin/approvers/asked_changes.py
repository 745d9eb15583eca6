"""The list of what was asked to be changed, for the writer to tick off."""

import re

from django import forms
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.page_screen import PageScreenView
from kdsite.editorial.review import asked_changes

_LINE = re.compile(r"asked-(\d{1,18})-(\d{1,6})")


def marks_in(data):
    """What a form with ``editorial/asked_form.html`` in it brings, as
    :func:`.review.asked_changes.mark` wants it."""
    found = {}
    for name in data:
        if match := _LINE.fullmatch(name):
            key = int(match[1]), int(match[2])
            found[key] = data.get(f"done-{match[1]}-{match[2]}") == "on", data[name]
    return found


class AskedChangesView(PageScreenView):
    """The list on a screen of its own, for pages that have no other one before they are sent."""

    form_class = forms.Form
    template_name = "editorial/asked_changes.html"
    header_icon = "check"

    def may_open(self, user):
        return self.page.permissions_for_user(user).can_edit()

    def get_page_title(self):
        return _("What you were asked to change")

    def form_valid(self, form):
        marks = marks_in(self.request.POST)
        asked_changes.mark(self.page, self.request.user, marks)
        messages.success(self.request, _("Saved. The reviewer sees it."))
        return redirect(edit_url(self.page))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            asked=asked_changes.asked_of(self.page), **kwargs
        )


def asked_url(page):
    """Where the writer ticks off what was asked of ``page``; a page may have its own screen."""
    return page.asked_changes_url() or reverse("editorial:asked", args=[page.pk])


def tell_what_to_change(request, page):
    """In the editor, what the person who asked for changes wrote (hook ``before_edit_page``)."""
    state = page.current_workflow_state if request.method == "GET" else None
    if state and state.status == state.STATUS_NEEDS_CHANGES:
        decision = state.current_task_state
        messages.warning(
            request,
            _("%(name)s asks for changes: %(comment)s")
            % {
                "name": get_user_display_name(decision.finished_by),
                "comment": decision.comment,
            },
            buttons=[messages.button(asked_url(page), _("Tick off what is done"))],
        )
