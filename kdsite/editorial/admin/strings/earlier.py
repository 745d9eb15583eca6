"""What the translation said before, and a button to take it back."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import Translation

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.locks import is_locked_for
from kdsite.editorial.models import EarlierWording
from kdsite.editorial.translations import earlier_wordings, overtaken


class EarlierWordingsView(WagtailAdminTemplateMixin, TemplateView):
    """For whoever may write the translation (the table of addresses says who)."""

    template_name = "editorial/earlier_wordings.html"
    page_title = gettext_lazy("Earlier wordings")
    header_icon = "history"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.translation = get_object_or_404(Translation, pk=kwargs["translation_id"])
        self.page = self.translation.get_target_instance()

    def post(self, request, **kwargs):
        asked = request.POST.get("earlier", "")
        earlier = get_object_or_404(
            EarlierWording,
            pk=asked if asked.isascii() and asked.isdigit() else None,
            locale_id=self.translation.target_locale_id,
            context__object_id=self.translation.source.object_id,
        )
        try:
            earlier_wordings.take_back(
                self.translation, earlier, request.user, request.POST.get("seen", "")
            )
        except Refusal as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The earlier wording is back."))
        return redirect(reverse("translation_strings:earlier", kwargs=self.kwargs))

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        here = {"label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, here | {"url": ""}]

    def get_context_data(self, **kwargs):
        rows = earlier_wordings.of(self.translation)
        return super().get_context_data(
            rows=[
                {
                    "wording": row,
                    "text": overtaken.as_text(row.data) if row.string else row.data,
                    "now": overtaken.shown(row.now) if row.now else "",
                    "is_back": bool(row.now)
                    and earlier_wordings.words_of(row.now) == row.data,
                }
                for row in rows
            ],
            language=self.translation.target_locale.language_code,
            source_language=self.translation.source.locale.language_code,
            edit_url=edit_url(self.page),
            may_write=not is_locked_for(self.page, self.request.user),
            **kwargs,
        )
