"""The edit form of an author profile."""

from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.publishing.page_form import EditorialPageForm


class AuthorPageForm(EditorialPageForm):
    """A profile that a guest makes belongs to the guest's account."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The page makes its title from the name.
        if "title" in self.fields:
            self.fields["title"].required = False

    def save(self, commit=True):
        user = self.for_user
        if self.instance.pk is None and user and not runs_the_site(user):
            self.instance.user = user
        return super().save(commit)
