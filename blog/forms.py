"""The edit form of a post."""

from kdsite.editorial.forms import EditorialPageForm
from kdsite.editorial.permissions import runs_the_site


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
