"""Hiding a page from readers and showing it again: one act of one editor, for both languages."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import PageViewRestriction

from kdsite.editorial.publishing import guard


class PrivacyView(SetPrivacyView):
    """Wagtail's view, which hides one language and leaves the other to readers.

    A translation that is started later is hidden as its original is: Wagtail copies that.
    """

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if self.page.get_translations().exists():
            form.fields["restriction_type"].help_text = _(
                "It holds for both languages of the page."
            )
        return form

    @transaction.atomic
    def form_valid(self, form):
        guard.lock_page(self.page.pk)
        response = super().form_valid(form)
        restriction = self.page.view_restrictions.first()
        for other in self.page.get_translations():
            self._treat_alike(other, restriction)
        return response

    def _treat_alike(self, other, restriction):
        theirs = other.view_restrictions.first()
        if restriction is None:
            if theirs:
                theirs.delete(user=self.request.user)
            return
        theirs = theirs or PageViewRestriction(page=other)
        wanted = restriction.restriction_type, restriction.password
        if (theirs.restriction_type, theirs.password) != wanted:
            theirs.restriction_type, theirs.password = wanted
            theirs.save(user=self.request.user)
        theirs.groups.set(restriction.groups.all())
