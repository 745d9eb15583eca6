"""The forms of “Bring a file”."""

from dataclasses import replace

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blog.importing import ImportRefused, read_file
from blog.models import BlogIndexPage
from blog.uploading.drafts import find_author
from blog.uploading.empty_drafts import empty_drafts, name_of_draft

LANGUAGES = {"fi": gettext_lazy("in Finnish"), "sv": gettext_lazy("in Swedish")}


def may_upload(user, language=None):
    """May ``user`` add posts (in ``language``, or in any)?"""
    blogs = BlogIndexPage.objects.all()
    if language:
        blogs = blogs.filter(locale__language_code=language)
    return any(blog.permissions_for_user(user).can_add_subpage() for blog in blogs)


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "A Word file (.docx), or .odt, .txt, .md or .html; at most 10 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".docx,.odt,.txt,.md,.html"}),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the text"),
        choices=list(LANGUAGES.items()),
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
        if not may_upload(self.user, language):
            raise forms.ValidationError(_("You cannot add posts in this language."))
        try:
            cleaned["source"] = read_file(file, file.name)
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

    def __init__(self, *args, recognised, recognise_again, locale, user, **kwargs):
        """:param recognise_again: takes answers to the choices of ``recognised``."""
        super().__init__(*args, **kwargs)
        self.recognised, self._recognise_again = recognised, recognise_again
        for number, choice in enumerate(recognised.choices):
            self.fields[f"choice-{number}"] = forms.ChoiceField(
                label=choice.question,
                choices=[("yes", _("Yes")), ("no", _("No"))],
                initial="yes" if choice.taken else "no",
                required=False,
                widget=forms.RadioSelect,
            )
        self.drafts = {str(post.pk): post for post in empty_drafts(user, locale)}
        if self.drafts:
            self.fields["into"] = forms.ChoiceField(
                label=_("Where the text goes"),
                choices=[
                    *((key, name_of_draft(post)) for key, post in self.drafts.items()),
                    ("", _("A new draft")),
                ],
                initial=next(iter(self.drafts)),
                required=False,
                widget=forms.RadioSelect,
            )
        self.fields["title"].initial = recognised.title
        self.fields["lead"].initial = recognised.lead
        for number, byline in enumerate(recognised.authors):
            known = find_author(byline, locale, recognised, user)
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
        for number, table in enumerate(_tables(recognised)):
            # Word seldom says so, and readers who do not see the table need it.
            self.fields[f"header-{number}"] = forms.BooleanField(
                label=_("The first row of table %(number)d holds its headings: %(row)s")
                % {"number": number + 1, "row": " · ".join(table["data"][0])},
                required=False,
                initial=True,
            )
        self.pictures = [
            number for number, found in enumerate(recognised.images) if found.usable
        ]
        for number in self.pictures:
            image = recognised.images[number]
            self.fields[f"alt-{number}"] = forms.CharField(
                label=_("What picture %(number)d shows (%(name)s)")
                % {"number": number + 1, "name": image.name},
                max_length=255,
                required=False,
                initial=image.alt,
                help_text=_("Its alternative text, for those who do not see it."),
            )
            self.fields[f"decorative-{number}"] = forms.BooleanField(
                label=_("Picture %(number)d is only decoration")
                % {"number": number + 1},
                required=False,
            )

    @property
    def into(self):
        """The empty draft that the text goes to, or ``None``."""
        return self.drafts.get(self.cleaned_data.get("into", ""))

    def picture_fields(self):
        """``(number, alternative text, decoration)`` for each picture that can be kept."""
        return [
            (number, self[f"alt-{number}"], self[f"decorative-{number}"])
            for number in self.pictures
        ]

    def choice_fields(self):
        """The questions that yes or no answers."""
        return [field for field in self if field.name.startswith("choice-")]

    def other_fields(self):
        return [
            field
            for field in self
            if not field.name.startswith(("alt-", "decorative-", "choice-"))
        ]

    def apply(self):
        """The recognised text as the person has confirmed it."""
        given = self.cleaned_data
        text = self._recognise_again(self._answers())
        text.title = _as_given(given["title"], self.recognised.title, text.title)
        text.lead = _as_given(given["lead"], self.recognised.lead, text.lead)
        text.authors = [
            byline
            for number, byline in enumerate(text.authors)
            if given[f"author-{number}"]
        ]
        if not given.get("question"):
            text.question = None
        for number, table in enumerate(_tables(text)):
            table["first_row_is_table_header"] = given[f"header-{number}"]
        text.images = [
            replace(
                image,
                alt=given.get(f"alt-{number}", ""),
                decorative=given.get(f"decorative-{number}", False),
            )
            for number, image in enumerate(text.images)
        ]
        return text

    def _answers(self):
        """What was said to each choice, by its key; a lead that was written in its own place makes
        the subtitle none."""
        given = self.cleaned_data
        return {
            choice.key: given[f"choice-{number}"] == "yes"
            for number, choice in enumerate(self.recognised.choices)
            if given[f"choice-{number}"]
            and not (choice.kind == "lead" and given["lead"])
        }


def _as_given(given, before, after):
    """What somebody wrote, or, where they left it as it was, what their answers made of it."""
    return after if given == before else given


def _tables(recognised):
    return [block["value"] for block in recognised.blocks if block["type"] == "table"]


def _author_label(byline, known):
    parts = [byline.name, byline.title, byline.organisation]
    who = ", ".join(part for part in parts if part)
    if known is None:
        return _("%(who)s – a new profile is made, as a draft") % {"who": who}
    return _("%(who)s – has a profile here") % {"who": who}
