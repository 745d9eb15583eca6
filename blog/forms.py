"""The edit form of a post: its title and authors are asked for when it is sent, not when it is saved."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.forms import BaseChildFormSet

from blog.untitled import is_no_title, is_untitled, title_in
from community.models import ThemePage
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.publishing.page_form import EditorialPageForm

MOST_THEMES = 3


def _other_language(language):
    """What is said where a page of the other language than ``language`` (its code) was chosen."""
    if language == "sv":
        return _(
            "The text is in Swedish, and this is in Finnish: choose one in Swedish."
        )
    return _("The text is in Finnish, and this is in Swedish: choose one in Finnish.")


class BylineFormSet(BaseChildFormSet):
    """People with a profile in the language of the text."""

    for_user = None

    def clean(self):
        super().clean()
        before = {form.initial.get("author") for form in self.initial_forms}
        for form in self.forms:
            author = getattr(form, "cleaned_data", {}).get("author")
            is_kept = (
                author is None or form in self.deleted_forms or author.pk in before
            )
            if not (is_kept or self._may_write(author)):
                form.add_error(
                    "author", _other_language(self.instance.locale.language_code)
                )

    def _may_write(self, author):
        """Whoever has a profile in the other language alone still signs what they write."""
        own = self.for_user and author.user_id == self.for_user.pk
        return own or author.locale_id == self.instance.locale_id


class BlogPageForm(EditorialPageForm):
    """A guest's new post names the guest as its author from the start."""

    themes = forms.ModelMultipleChoiceField(
        ThemePage.objects.none(),
        label=gettext_lazy("Themes"),
        help_text=gettext_lazy("At most three."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data=None, files=None, *args, **kwargs):
        instance, user = kwargs.get("instance"), kwargs.get("for_user")
        if instance is not None and instance.locale_id is None:
            # In Wagtail's preview of a new page, which is like its parent.
            instance.locale = kwargs["parent_page"].locale
        if (
            data is None
            and instance is not None
            and instance.pk is None
            and user is not None
            and not runs_the_site(user)
        ):
            self._sign(instance, user)
        super().__init__(data, files, *args, **kwargs)
        if is_no_title(self.initial.get("title")):
            self.initial["title"] = ""
        # What is written before there is a title is kept, too.
        self.fields["title"].required = bool(self.instance.pk and self.instance.live)
        self._offer_in_its_language()
        if data is not None and "bylines" in self.formsets:
            self.formsets["bylines"].min_num = 1
            self.formsets["bylines"].validate_min = True
            self.formsets["bylines"].error_messages["too_few_forms"] = _(
                "Add an author: whose text is it?"
            )
        if data is not None and data.get("action-submit"):
            # What is missing stands in “Before you send”, all of it at once.
            self.defer_required_fields()

    def _sign(self, post, user):
        """By a profile of ``user``, rather in the language of the post."""
        profiles = user.author_pages.order_by("pk")
        here = [each for each in profiles if each.locale_id == post.locale_id]
        for profile in (here or list(profiles))[:1]:
            post.bylines.add(post.bylines.model(author=profile))

    def _offer_in_its_language(self):
        """The themes; what an older draft has of the other language stays."""
        post, language = self.instance, self.instance.locale.language_code
        self.had_themes = [row.theme_id for row in post.post_themes.all()]
        self.fields["themes"].queryset = ThemePage.objects.filter(
            Q(live=True, locale__language_code=language) | Q(pk__in=self.had_themes)
        ).in_order()
        self.initial["themes"] = self.had_themes
        if "bylines" in self.formsets:
            self.formsets["bylines"].for_user = self.for_user

    def clean_themes(self):
        themes = self.cleaned_data["themes"]
        if len(themes) > max(MOST_THEMES, len(self.had_themes)):
            raise forms.ValidationError(_("Choose at most three themes."))
        return themes

    def clean_question(self):
        question = self.cleaned_data["question"]
        if (
            question
            and "question" in self.changed_data
            and question.locale_id != self.instance.locale_id
        ):
            raise forms.ValidationError(
                _other_language(self.instance.locale.language_code)
            )
        return question

    def save(self, commit=True):
        """What is ticked is all there is; what was ticked before keeps its row and its place."""
        if "themes" in self.cleaned_data:
            post, ticked = self.instance, list(self.cleaned_data["themes"])
            rows = [row for row in post.post_themes.all() if row.theme in ticked]
            had = {row.theme_id for row in rows}
            new = [theme for theme in ticked if theme.pk not in had]
            rows += [post.post_themes.model(theme=theme) for theme in new]
            for place, row in enumerate(rows):
                row.sort_order = place
            post.post_themes = rows
        return super().save(commit)

    def clean_title(self):
        return self.cleaned_data["title"] or title_in(
            self.instance.locale.language_code
        )

    def clean_slug(self):
        """The address comes from the title, once there is one."""
        slug = super().clean_slug()
        return "" if is_untitled(slug) and not self.instance.live else slug

    def defer_required_fields(self):
        super().defer_required_fields()
        if "bylines" in self.formsets:
            self.formsets["bylines"].validate_min = False
