"""“Bring a file”: what was recognised is shown, and confirmed, before anything is made of it."""

import io

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.drafts import find_author, make_draft
from blog.importing import ImportRefused, read_file, recognise
from blog.models import BlogIndexPage, BroughtFile
from kdsite.editorial import guard


def may_bring(user, language=None):
    """May ``user`` add posts (in ``language``, or in any)?"""
    blogs = BlogIndexPage.objects.all()
    if language:
        blogs = blogs.filter(locale__language_code=language)
    return any(blog.permissions_for_user(user).can_add_subpage() for blog in blogs)


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "A Word file (.docx), or .txt, .md or .html; at most 10 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".docx,.txt,.md,.html"}),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the text"),
        choices=[
            ("fi", gettext_lazy("in Finnish")),
            ("sv", gettext_lazy("in Swedish")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self):
        """Read the file here, so that what is wrong with it stands beside it."""
        cleaned = super().clean()
        file, language = cleaned.get("file"), cleaned.get("language")
        if not file or not language:
            return cleaned
        if not may_bring(self.user, language):
            raise forms.ValidationError(_("You cannot add posts in this language."))
        try:
            read_file(file, file.name)
        except ImportRefused as refused:
            self.add_error("file", refused.message)
        return cleaned


class ConfirmForm(forms.Form):
    """What only a person can say about a recognised text."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=255)
    lead = forms.CharField(
        label=gettext_lazy("Lead"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "What the text is about, at most 300 characters. You can write it later, too."
        ),
    )

    def __init__(self, *args, recognised, locale, **kwargs):
        super().__init__(*args, **kwargs)
        self.recognised = recognised
        self.fields["title"].initial = recognised.title
        self.fields["lead"].initial = recognised.lead
        for number, byline in enumerate(recognised.authors):
            known = find_author(byline, locale, recognised)
            self.fields[f"author-{number}"] = forms.BooleanField(
                label=_author_label(byline, known), required=False, initial=True
            )
        if recognised.question:
            self.fields["question"] = forms.BooleanField(
                label=_("The question of the post: “%(question)s”")
                % {"question": recognised.question},
                required=False,
                initial=True,
            )
        for number, image in enumerate(recognised.images):
            self.fields[f"alt-{number}"] = forms.CharField(
                label=_("What picture %(number)d shows (%(name)s)")
                % {"number": number + 1, "name": image.name},
                max_length=255,
                required=False,
                initial=image.alt,
                help_text=_("For those who do not see it. Leave empty for decoration."),
            )

    def apply(self):
        """The recognised text as the person has confirmed it."""
        given, text = self.cleaned_data, self.recognised
        text.title, text.lead = given["title"], given["lead"]
        text.authors = [
            byline
            for number, byline in enumerate(text.authors)
            if given[f"author-{number}"]
        ]
        if not given.get("question"):
            text.question = None
        text.images = [
            type(image)(
                image.name, image.content_type, image.data, given[f"alt-{number}"]
            )
            for number, image in enumerate(text.images)
        ]
        return text


def _author_label(byline, known):
    parts = [byline.name, byline.title, byline.organisation]
    who = ", ".join(part for part in parts if part)
    if known is None:
        return _("%(who)s – a new profile is made, as a draft") % {"who": who}
    return _("%(who)s – has a profile here") % {"who": who}


class BringView(WagtailAdminTemplateMixin, FormView):
    """The first step: a file and its language."""

    form_class = UploadForm
    template_name = "blog/bring.html"
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        if not may_bring(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Bring a file")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"label": self.get_page_title(), "url": ""}]

    def get_initial(self):
        return {"language": self.request.LANGUAGE_CODE[:2]}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        file = form.cleaned_data["file"]
        file.seek(0)
        brought = BroughtFile.objects.create(
            owner=self.request.user,
            name=file.name[-255:],
            language=form.cleaned_data["language"],
            data=file.read(),
        )
        return redirect("bring_confirm", brought.pk)


class ConfirmView(BringView):
    """The second step: what was recognised, what was left out, and what to decide."""

    form_class = ConfirmForm
    template_name = "blog/bring_confirm.html"

    def dispatch(self, request, brought_id):
        self.brought = get_object_or_404(
            BroughtFile, pk=brought_id, owner_id=request.user.pk
        )
        self.blog = BlogIndexPage.objects.get(
            locale__language_code=self.brought.language
        )
        data = io.BytesIO(bytes(self.brought.data))
        self.recognised = recognise(
            read_file(data, self.brought.name), self.brought.language
        )
        return super().dispatch(request)

    def get_page_title(self):
        return _("What was found in the file")

    def get_initial(self):
        return {}

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        del kwargs["user"]
        return kwargs | {"recognised": self.recognised, "locale": self.blog.locale}

    @transaction.atomic
    def form_valid(self, form):
        guard.lock_page(self.blog.pk)
        post = make_draft(form.apply(), self.brought.language, self.request.user)
        self.brought.delete()
        messages.success(
            self.request,
            _("The text is a draft of yours now. Read it through, then send it."),
        )
        return redirect(reverse("wagtailadmin_pages:edit", args=[post.pk]))

    def get_context_data(self, **kwargs):
        shown = [_shown(block) for block in self.recognised.blocks]
        return super().get_context_data(
            recognised=self.recognised, blocks=shown, brought=self.brought, **kwargs
        )


def _shown(block):
    """A block as HTML, simply; the importer has made its parts safe."""
    kind, value = block["type"], block["value"]
    if kind == "heading":
        return format_html("<{0}>{1}</{0}>", value["level"], value["text"])
    if kind == "quote":
        return format_html(
            "<blockquote>{} {}</blockquote>", value["text"], value["source"]
        )
    if kind == "image":
        return format_html(
            "<p>{}</p>", _("Picture %(number)d") % {"number": value["index"] + 1}
        )
    if kind == "table":
        return format_html(
            "<p>{}</p>", " · ".join(cell for row in value["data"] for cell in row)
        )
    # Paragraphs and lists were cleaned by nh3 when the file was read.
    return value
