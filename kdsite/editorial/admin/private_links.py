"""The private links of a page: who has one, what they answered, and sending another."""

from django import forms
from django.conf import settings
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Page

from kdsite.editorial.admin.page_screen import PageScreenView, post_only
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.mailboxes import check_plain
from kdsite.editorial.models import DraftLink
from kdsite.editorial.private_links import answers, links

SOMEBODY = ""


class LinkForm(forms.Form):
    """To whom, where, and in which language.

    Where the page names authors, the first question is whether it is one of them.
    """

    author = forms.TypedChoiceField(
        label=gettext_lazy("For whom"),
        widget=forms.RadioSelect,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=gettext_lazy(
            "An author's “fine as it is” is their consent and, for a version that an editor "
            "saved, the second person's approval, once an editor other than you has read it on "
            "the review. So the link is in the author's mail only."
        ),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=255,
        required=False,
        help_text=gettext_lazy("Of an author it is known already."),
    )
    address = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        validators=[check_plain],
        error_messages={
            "invalid": gettext_lazy("Write the address in the form name@example.fi.")
        },
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Of the mail and of what is around the page."),
    )

    def __init__(self, *args, authors=(), **kwargs):
        super().__init__(*args, **kwargs)
        if authors:
            self.fields["author"].choices = [
                *(
                    (author.page_id, _("The author %(name)s") % {"name": author.name})
                    for author in authors
                ),
                (SOMEBODY, _("Somebody else")),
            ]
        else:
            del self.fields["author"]
            self.fields["name"].help_text = ""

    def clean(self):
        cleaned = super().clean()
        if (
            cleaned.get("author") is None
            and "author" not in self.errors
            and not cleaned.get("name")
        ):
            self.add_error("name", _("Write the name of the person."))
        return cleaned


class LinksView(PageScreenView):
    """For editors. A link for an author is never shown, to nobody: it is in the author's mail."""

    form_class = LinkForm
    template_name = "editorial/links.html"
    header_icon = "mail"

    @cached_property
    def may_send(self):
        return links.may_send(self.request.user, self.page)

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
        newest = self.page.get_latest_revision_as_object()
        rows = [
            {
                "link": link,
                "opens": links.opens(link, newest),
                "answers": link.answers.all(),
                "url": self.request.build_absolute_uri(links.path_of(link))
                if link.is_open and not link.for_author
                else "",
            }
            for link in sent
        ]
        unread = [a.pk for row in rows for a in row["answers"] if a.read_at is None]
        return super().get_context_data(
            rows=rows,
            upto=max(unread, default=None),
            may_send=self.may_send,
            newest=self.page.latest_revision,
            **kwargs,
        )


@post_only
def mark_read(request, page_id):
    """What was answered is read: it stands on nobody's front page any more."""
    page = get_object_or_404(Page, pk=page_id)
    upto = request.POST.get("upto", "")
    answers.mark_read(page, request.user, int(upto) if upto.isdecimal() else 0)
    return redirect("editorial:links", page_id)


@post_only
def revoke(request, page_id, link_id):
    """Close a link at once."""
    link = get_object_or_404(DraftLink, pk=link_id, page_id=page_id)
    links.revoke(link, request.user)
    messages.success(request, _("The link does not open anything any more."))
    return redirect("editorial:links", page_id)
