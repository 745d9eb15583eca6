"""Choosing people and questions for a text: from lists that say who and what they are, in one language;
Wagtail's own chooser of pages shows the tree of the site."""

from functools import reduce
from operator import or_

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic import chooser as chooser_views
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.models import Locale

from community.forms import NewAuthorForm
from community.models import AuthorPage, QuestionPage
from community.new_author import add_author, may_add_author
from kdsite.editorial.policy.permissions import narrow
from kdsite.images import renditions

MOST_WORDS = 8


class OfferedMixin:
    """What this person may choose, in the language of the text: Wagtail's script names that of the
    page in the editor (``?locale=``)."""

    @cached_property
    def language(self):
        return self.request.GET.get("locale") or get_language()[:2]

    def offered(self):
        pages = narrow(self.model_class.objects.all(), self.request.user)
        return pages.filter(locale__language_code=self.language)


class SearchForm(BaseFilterForm):
    q = forms.CharField(label=_("Search"), required=False, max_length=100)

    def filter(self, objects):
        """Every word stands somewhere in what the list shows."""
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split()[:MOST_WORDS]:
            found = (
                Q(**{f"{name}__icontains": word}) for name in SEARCHED[objects.model]
            )
            objects = objects.filter(reduce(or_, found))
        return objects


SEARCHED = {
    AuthorPage: ("title", "job_title", "organisation"),
    QuestionPage: ("question", "background"),
}


class ListMixin(OfferedMixin):
    filter_form_class = SearchForm
    cell_template_name = ""

    def get_object_list(self):
        return self.offered()

    @property
    def columns(self):
        """Wagtail's column of titles alone, with more under the title."""
        column = self.title_column
        column.cell_template_name = self.cell_template_name
        column.label = capfirst(self.model_class._meta.verbose_name)
        return [column]


class ChosenMixin(OfferedMixin):
    """What was not offered is not there."""

    def get_object(self, pk):
        return self._found([pk]).get()

    def get_objects(self, pks):
        return self._found(pks)

    def _found(self, pks):
        numbers = [pk for pk in pks if pk.isascii() and pk.isdigit() and len(pk) < 19]
        return self.offered().filter(pk__in=numbers)

    def get_edit_item_url(self, item):
        """As in the form that was opened with it."""
        return reverse("wagtailadmin_pages:edit", args=[item.pk])


class AuthorsMixin(ListMixin):
    """By family name; whoever may add a profile does so here."""

    cell_template_name = "community/choosers/author_cell.html"

    def apply_object_list_ordering(self, authors):
        return authors.by_name()

    def get_results_page(self, request):
        page = super().get_results_page(request)
        page.object_list = list(page.object_list)
        renditions.load(page.object_list, [self.cell_template_name])
        return page

    def can_create(self):
        locale = Locale.objects.filter(language_code=self.language).first()
        return bool(locale and may_add_author(self.request.user, locale))


class ChooseAuthorView(AuthorsMixin, chooser_views.ChooseView):
    pass


class AuthorResultsView(AuthorsMixin, chooser_views.ChooseResultsView):
    pass


class ChosenAuthorView(ChosenMixin, chooser_views.ChosenView):
    pass


class ChosenAuthorsView(ChosenMixin, chooser_views.ChosenMultipleView):
    pass


class NewAuthorView(AuthorsMixin, ChosenMixin, chooser_views.CreateView):
    """A draft profile with the name, the title and the organisation: the rest can wait."""

    def save_form(self, form):
        locale = Locale.objects.get(language_code=self.language)
        return add_author(locale, self.request.user, **form.cleaned_data)


class QuestionsMixin(ListMixin):
    """The newest month first."""

    cell_template_name = "community/choosers/question_cell.html"

    def apply_object_list_ordering(self, questions):
        return questions.newest_first()

    def can_create(self):
        return False


class ChooseQuestionView(QuestionsMixin, chooser_views.ChooseView):
    pass


class QuestionResultsView(QuestionsMixin, chooser_views.ChooseResultsView):
    pass


class ChosenQuestionView(ChosenMixin, chooser_views.ChosenView):
    pass


class ChosenQuestionsView(ChosenMixin, chooser_views.ChosenMultipleView):
    pass


class OfLanguageViewSet(ChooserViewSet):
    preserve_url_parameters = ["multiple", "locale"]
    search_tab_label = _("Search")
    per_page = 20


class AuthorChooserViewSet(OfLanguageViewSet):
    model = AuthorPage
    icon = "user"
    choose_one_text = _("Choose an author")
    choose_another_text = _("Choose another author")
    edit_item_text = _("Open the profile")
    creation_form_class = NewAuthorForm
    creation_tab_label = _("New author")
    create_action_label = _("Add the author")
    choose_view_class = ChooseAuthorView
    choose_results_view_class = AuthorResultsView
    chosen_view_class = ChosenAuthorView
    chosen_multiple_view_class = ChosenAuthorsView
    create_view_class = NewAuthorView


class QuestionChooserViewSet(OfLanguageViewSet):
    model = QuestionPage
    icon = "help"
    choose_one_text = _("Choose a question")
    choose_another_text = _("Choose another question")
    edit_item_text = _("Open the question")
    choose_view_class = ChooseQuestionView
    choose_results_view_class = QuestionResultsView
    chosen_view_class = ChosenQuestionView
    chosen_multiple_view_class = ChosenQuestionsView

    def get_urlpatterns(self):
        """Editors make questions, on a page of their own."""
        return [each for each in super().get_urlpatterns() if each.name != "create"]


author_chooser = AuthorChooserViewSet("author_chooser")
question_chooser = QuestionChooserViewSet("question_chooser")
