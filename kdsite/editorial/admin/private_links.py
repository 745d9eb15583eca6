"""The private links of a page: who has one, what they answered, and sending another."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from kdsite.editorial.admin.link_forms import LinkForm
from kdsite.editorial.admin.page_screen import PageScreenView, post_only
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import DraftLink
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.private_links import links


class LinksView(PageScreenView):
    """For editors. A link for an author is never shown, to nobody: it is in the author's mail."""

    form_class = LinkForm
    template_name = "editorial/links.html"
    header_icon = "mail"

    def dispatch(self, request, page_id):
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not runs_the_site(request.user):
            raise PermissionDenied
        self.may_send = links.may_send(request.user, self.page)
        return super().dispatch(request, page_id)

    def get_page_title(self):
        return _("Private links")

    def get_initial(self):
        return {"language": self.page.locale.language_code}

    def get_form_kwargs(self):
        authors = links.authors_to_ask(self.page) if self.may_send else []
        return super().get_form_kwargs() | {"authors": authors}

    def form_valid(self, form):
        data = form.cleaned_data
        try:
            link = links.send(
                self.page,
                self.request.user,
                data["address"],
                data["language"],
                name=data["name"],
                author_id=data.get("author"),
            )
        except Refusal as refusal:
            form.add_error("address", str(refusal))
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("The link is on its way to %(address)s.") % {"address": link.address},
        )
        return redirect("editorial:links", self.page.pk)

    def get_context_data(self, **kwargs):
        sent = (
            self.page.draft_links.select_related("created_by")
            .prefetch_related("answers__revision")
            .all()
        )
        rows = [
            {
                "link": link,
                "answers": link.answers.all(),
                "url": self.request.build_absolute_uri(links.path_of(link))
                if link.is_open and not link.for_author
                else "",
            }
            for link in sent
        ]
        return super().get_context_data(
            page=self.page,
            rows=rows,
            may_send=self.may_send,
            newest=self.page.latest_revision,
            edit_url=reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            **kwargs,
        )


@post_only
def revoke(request, page_id, link_id):
    """Close a link at once."""
    link = get_object_or_404(DraftLink, pk=link_id, page_id=page_id)
    links.revoke(link, request.user)
    messages.success(request, _("The link does not open anything any more."))
    return redirect("editorial:links", page_id)
