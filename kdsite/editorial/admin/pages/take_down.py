"""Taking down what is public: one act of one editor, for both languages unless they say otherwise."""

from django import forms
from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.log_actions import log

from kdsite.editorial import signals
from kdsite.editorial.models.words import Answer, Role, Way
from kdsite.editorial.policy.approval_rule import is_member
from kdsite.editorial.publishing import guard
from kdsite.editorial.review import words


class Which(models.TextChoices):
    BOTH = "both", gettext_lazy("Both languages")
    THIS = "this", gettext_lazy("Only this one; the other language stays public")


class TakeDownForm(forms.Form):
    """Why; and which languages, where both are public."""

    which = forms.ChoiceField(
        label=gettext_lazy("What is taken down"),
        choices=Which.choices,
        initial=Which.BOTH,
        widget=forms.RadioSelect,
        required=False,
    )
    why = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy(
            "Authors who have an account and the language team get it by mail."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args, has_other, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_other:
            del self.fields["which"]

    @property
    def takes_both(self):
        return self.cleaned_data.get("which") != Which.THIS

    def clean(self):
        super().clean()
        if not self.takes_both and not self.cleaned_data.get("why"):
            self.add_error(
                "why", _("Write why the other language stays without this one.")
            )


class TakeDownView(UnpublishView):
    """Wagtail's view, which is the one that does not go through ``page.unpublish()``."""

    template_name = "editorial/take_down.html"
    success_message = gettext_lazy("“%(page_title)s” is taken down.")

    @cached_property
    def others(self):
        """The public versions in other languages."""
        return [page.specific for page in self.object.get_translations().live()]

    @cached_property
    def form(self):
        data = self.request.POST if self.request.method == "POST" else None
        return TakeDownForm(data, has_other=bool(self.others))

    def post(self, request, *args, **kwargs):
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        if self.form.takes_both:
            self.objects_to_unpublish = [self.object, *self.others]
        return super().post(request, *args, **kwargs)

    def get_success_message(self):
        """Both, where both are taken down."""
        if len(self.objects_to_unpublish) < 2:
            return super().get_success_message()
        first, second = (
            page.get_admin_display_title() for page in self.objects_to_unpublish
        )
        titles = {"first": first, "second": second}
        return _("“%(first)s” and “%(second)s” are taken down.") % titles

    def unpublish(self):
        pages = [
            page
            for root in self.objects_to_unpublish
            for page in root.get_descendants(inclusive=True)
        ]
        why = self.form.cleaned_data["why"].strip()
        with transaction.atomic(), guard.taking_down(*pages):
            response = super().unpublish()
            for page in self.objects_to_unpublish:
                self._say_no(page, why)
                log(
                    instance=page,
                    action="editorial.take_down",
                    user=self.request.user,
                    data={"comment": why},
                )
            signals.taken_down.send(
                sender=type(self.object),
                pages=self.objects_to_unpublish,
                user=self.request.user,
                why=why,
            )
        return response

    def _say_no(self, page, why):
        """What people agreed to before does not bring the page back: it takes their words anew."""
        user = self.request.user
        role = Role.MEMBER if is_member(user, page) else Role.STAND_IN
        page = guard.lock_page(page.pk).specific
        words.record(
            page, Answer.NO, user=user, role=role, way=Way.TAKING_DOWN, comment=why
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(form=self.form, **kwargs)
