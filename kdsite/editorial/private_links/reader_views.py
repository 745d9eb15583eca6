"""What the holder of a private link meets: the newest version as readers will see it, and an
answer. No cookie, no log-in, nothing that a search engine or another site could keep.

Opening it changes nothing, because mail scanners follow links; only the form does.
"""

from django import forms
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import LinkState
from kdsite.editorial.policy.named_authors import named_authors
from kdsite.editorial.private_links import answers, links
from kdsite.editorial.publishing import protected_files
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.review.author_confirmation import current_author


class AnswerForm(forms.Form):
    """``answer`` is the button that was pressed; what it means is checked in the service."""

    seen = forms.CharField(max_length=100, required=False)
    answer = forms.ChoiceField(choices=[("fine", ""), ("changes", "")])
    text = forms.CharField(required=False)


# The signed token in the address is the authority, not a cookie: a form on another site cannot
# know it, and a CSRF token would set a cookie.
@method_decorator(csrf_exempt, name="dispatch")
class LinkHolderView(View):
    """Finds the link, and sees to it that nothing of the answer is kept anywhere."""

    def dispatch(self, request, language, token, **kwargs):
        self.token = token
        self.link = links.by_token(token)
        with override(self.link.language if self.link else language):
            if self._opens():
                response = super().dispatch(request, **kwargs)
            else:
                response = self.closed()
        response.cookies.clear()
        response["Cache-Control"] = "private, no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response["Vary"] = "Accept-Language"
        return response

    def _opens(self):
        if self.link is None:
            return False
        self.page = self.link.page.specific
        self.revision = self.page.get_latest_revision()
        return links.opens(self.link, self.revision.as_object())

    def closed(self):
        """One honest sentence; of somebody who is no author any more the one of an expired link.

        Not 404: Django would look for the page below a language first.
        """
        state = self.link.state if self.link else ""
        context = {
            "state": LinkState.EXPIRED if state == LinkState.OPEN else state,
            "sender": self.link.created_by if self.link else None,
        }
        return render(
            self.request, "editorial/reading_closed.html", context, status=410
        )

    def path(self, name="editorial_reading", *args):
        return reverse(f"{name}_{self.link.language}", args=[self.token, *args])


class ReadingView(LinkHolderView):
    """``/luonnos/<token>/`` and ``/utkast/<token>/``."""

    http_method_names = ["get", "head", "post"]

    def get(self, request):
        return self.show()

    def post(self, request):
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.show(status=400)
        data = form.cleaned_data
        try:
            answers.answer(
                self.link, data["seen"], data["answer"] == "fine", data["text"]
            )
        except answers.Closed:
            self.link.refresh_from_db()
            return self.closed()
        except Refusal as refusal:
            self.page.refresh_from_db()
            self.revision = self.page.get_latest_revision()
            status = 409 if isinstance(refusal, Conflict) else 400
            return self.show(str(refusal), data["text"], status)
        response = HttpResponseRedirect(f"{self.path()}#draft-answer")
        response.status_code = 303
        return response

    def show(self, problem="", text="", status=200):
        """The page as readers will see it, with the bar above it.

        A request of its own, without the cookies of this one: whoever is logged in here reads
        as anybody else. ``base.html`` puts the bar in.
        """
        draft = self.revision.as_object()
        author = current_author(self.link, draft)
        reading = {
            "link": self.link,
            "authors": ", ".join(a.name for a in named_authors(draft)),
            "author": author,
            "is_public": self.page.live and not self.page.has_unpublished_changes,
            "consent": draft.consent_text() if author else "",
            "seen": manifest_of(self.revision),
            "said": self.link.answers.to_version(self.revision).first(),
            "url": self.path(),
            "problem": problem,
            "text": text,
        }
        response = draft.make_preview_request(
            preview_mode=draft.default_preview_mode,
            extra_request_attrs={"reading": reading},
        )
        response.status_code = status if response.status_code == 200 else 500
        response.content = self._with_documents(response.content.decode()).encode()
        del response["Content-Length"]
        return response

    def _with_documents(self, html):
        """Its documents are not for readers yet: here they load by the link, and only these."""
        for document in documents_of(self.revision):
            path = self.path("editorial_reading_document", document.pk)
            html = html.replace(f'href="{document.url}"', f'href="{path}"')
        return html


class DocumentView(LinkHolderView):
    """A document that the newest version shows."""

    http_method_names = ["get", "head"]

    def get(self, request, document_id):
        found = [d for d in documents_of(self.revision) if d.pk == document_id]
        if not found:
            return self.closed()
        document = found[0]
        # For the hook that keeps documents in before publication.
        request.opened_by_link = document.pk
        try:
            return serve(request, document.pk, document.filename)
        except Http404:
            return self.closed()


def documents_of(revision):
    """The documents that ``revision`` shows."""
    ids = protected_files.ids_shown_by(revision.as_object(), get_document_model())
    return list(get_document_model().objects.filter(pk__in=ids))
