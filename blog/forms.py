"""The edit form of a post: its title and authors are asked for when it is sent, not when it is saved."""

from django.utils.translation import gettext as _

from blog.untitled import is_no_title, is_untitled, title_in
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.publishing.page_form import EditorialPageForm


class BlogPageForm(EditorialPageForm):
    """A guest's new post names the guest as its author from the start."""

    def __init__(self, data=None, files=None, *args, **kwargs):
        instance, user = kwargs.get("instance"), kwargs.get("for_user")
        if (
            data is None
            and instance is not None
            and instance.pk is None
            and user is not None
            and not runs_the_site(user)
        ):
            profile = user.author_pages.order_by("pk").first()
            if profile:
                instance.bylines.add(instance.bylines.model(author=profile))
        super().__init__(data, files, *args, **kwargs)
        if is_no_title(self.initial.get("title")):
            self.initial["title"] = ""
        # What is written before there is a title is kept, too.
        self.fields["title"].required = bool(self.instance.pk and self.instance.live)
        if data is not None and "bylines" in self.formsets:
            self.formsets["bylines"].min_num = 1
            self.formsets["bylines"].validate_min = True
            self.formsets["bylines"].error_messages["too_few_forms"] = _(
                "Add an author: whose text is it?"
            )
        if data is not None and data.get("action-submit"):
            # What is missing stands in “Before you send”, all of it at once.
            self.defer_required_fields()

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
