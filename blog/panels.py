"""What a writer finds first on the front page of the admin."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from blog.models import BlogIndexPage, BroughtFile


class StartWritingPanel(Component):
    """Two ways to begin: an empty page, or a file that is already written."""

    name = "start_writing"
    template_name = "blog/panels/start_writing.html"
    order = 50

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        blogs = [
            blog
            for blog in BlogIndexPage.objects.select_related("locale")
            if blog.permissions_for_user(self.user).can_add_subpage()
        ]
        return {
            "brought": BroughtFile.objects.filter(owner=self.user).defer("data"),
            "places": [
                {
                    "language": blog.locale.language_code,
                    "url": reverse(
                        "wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk]
                    ),
                }
                for blog in blogs
            ],
        }
