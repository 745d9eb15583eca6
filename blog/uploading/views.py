"""“Bring a file”: what was recognised is shown, and confirmed, before anything is made of it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.importing import recognise
from blog.models import BlogIndexPage, UploadedFile
from blog.uploading.drafts import make_draft, tell_losses, unusable
from blog.uploading.forms import LANGUAGES, ConfirmForm, UploadForm, may_upload
from blog.uploading.kept_files import keep, picture_of, source_of
from blog.uploading.language import language_advice
from blog.uploading.preview import shown, thumbnail
from kdsite.editorial.addresses import edit_url
from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.publishing import guard


class UploadView(WagtailAdminTemplateMixin, FormView):
    """The first step: a file and its language."""

    form_class = UploadForm
    template_name = "blog/upload.html"
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        if not may_upload(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Bring a file")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"label": self.get_page_title(), "url": ""}]

    def get_initial(self):
        """The language of the draft that leads here, else that of the admin."""
        return {"language": self.request.GET.get("language") or get_language()[:2]}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        given = form.cleaned_data
        uploaded = keep(given["source"], given["language"], self.request.user)
        return redirect("confirm_upload", uploaded.pk)


class ConfirmUploadView(UploadView):
    """The second step: what was recognised, what was left out, and what to decide."""

    form_class = ConfirmForm
    template_name = "blog/confirm_upload.html"

    def dispatch(self, request, upload_id):
        self.uploaded = get_object_or_404(
            UploadedFile, pk=upload_id, owner_id=request.user.pk
        )
        self.blog = BlogIndexPage.objects.get(
            locale__language_code=self.uploaded.language
        )
        self.source = source_of(self.uploaded, with_pictures=request.method == "POST")
        self.recognised = self.recognise_again(None)
        self.recognised.left_out += [
            unusable(found) for found in self.recognised.images if not found.usable
        ]
        tell_losses(self.recognised)
        return super().dispatch(request)

    def recognise_again(self, answers):
        """The text as it is after ``answers`` to its choices."""
        return recognise(self.source, self.uploaded.language, answers)

    def post(self, request, *args, **kwargs):
        """A file whose language was wrong is shown anew in the other one."""
        language = request.POST.get("language")
        if language is None:
            return super().post(request, *args, **kwargs)
        if language not in LANGUAGES or not may_upload(request.user, language):
            raise PermissionDenied
        self.uploaded.language = language
        self.uploaded.save(update_fields=["language"])
        return redirect("confirm_upload", self.uploaded.pk)

    def get_page_title(self):
        return _("What was found in the file")

    def get_initial(self):
        return {}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "recognised": self.recognised,
            "recognise_again": self.recognise_again,
            "locale": self.blog.locale,
        }

    def form_valid(self, form):
        try:
            with transaction.atomic():
                guard.lock_page(self.blog.pk)
                post = make_draft(
                    form.apply(),
                    self.uploaded.language,
                    self.request.user,
                    into=form.into,
                )
                self.uploaded.delete()
        except Conflict as conflict:
            form.add_error("into", str(conflict))
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("The text is a draft of yours now. Read it through, then send it."),
        )
        return redirect(edit_url(post))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            recognised=self.recognised,
            blocks=[shown(block) for block in self.recognised.blocks],
            uploaded=self.uploaded,
            questions=self._plain_questions(),
            language=language_advice(self.recognised, self.uploaded.language),
            other_languages=[
                code
                for code in LANGUAGES
                if code != self.uploaded.language
                and may_upload(self.request.user, code)
            ],
            **kwargs,
        )

    def _plain_questions(self):
        """What only the writer can answer, and in the text; the rest is answered where it is asked."""
        answered = {choice.question for choice in self.recognised.choices}
        return [each for each in self.recognised.decide if each not in answered]


class UploadedPictureView(View):
    """One picture of a brought file, small, for whoever says what it shows."""

    def get(self, request, upload_id, number):
        uploaded = get_object_or_404(
            UploadedFile, pk=upload_id, owner_id=request.user.pk
        )
        found = picture_of(uploaded, number)
        if found is None:
            raise Http404
        return HttpResponse(thumbnail(found), content_type="image/png")
