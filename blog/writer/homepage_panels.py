"""What a writer finds on the front page of the admin: drafts, deadline, profile."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from blog.models import BlogIndexPage, BlogPage, UploadedFile
from blog.writer import standings
from community.models import AuthorIndexPage, AuthorPage
from kdsite.editorial.policy.waiting_along import waits_along
from kdsite.editorial.releases.left_out import goes_without


class DraftsPanel(Component):
    """My drafts and where each stands, and two ways to begin another one."""

    name = "drafts"
    template_name = "blog/panels/drafts.html"
    order = 150

    def __init__(self, user, drafts, may_invite=False):
        self.user, self.drafts, self.may_invite = user, drafts, may_invite

    def get_context_data(self, parent_context):
        return {
            "standings": standings.standings(self.user, self.drafts),
            "uploads": UploadedFile.objects.filter(owner=self.user).defer(
                "data", "source"
            ),
            "places": [
                {
                    "language": blog.locale.language_code,
                    "url": reverse(
                        "wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk]
                    ),
                }
                for blog in places(BlogIndexPage, self.user)
            ],
            "may_invite": self.may_invite,
            "request": parent_context["request"],
        }


def places(model, user):
    """The index pages of ``model`` below which ``user`` may add, one for each language."""
    return [
        index
        for index in model.objects.select_related("locale").order_by("path")
        if index.permissions_for_user(user).can_add_subpage()
    ]


class DeadlinePanel(Component):
    """The next day by which a text of mine is expected."""

    name = "deadline"
    template_name = "blog/panels/deadline.html"
    order = 160

    def __init__(self, user, drafts, always=False):
        self.user, self.drafts, self.always = user, drafts, always

    def get_context_data(self, parent_context):
        deadline = standings.next_deadline(self.user, self.drafts)
        return {
            "deadline": deadline,
            "shown": self.always or deadline,
            "csrf_token": parent_context["csrf_token"],
        }


class ProfilePanel(Component):
    """My profile: what readers see of me."""

    name = "profile"
    template_name = "blog/panels/profile.html"
    order = 170

    def __init__(self, user, always=False):
        self.user, self.always = user, always

    def get_context_data(self, parent_context):
        profiles = [
            profile
            for profile in AuthorPage.objects.filter(user=self.user).order_by("pk")
            if profile.permissions_for_user(self.user).can_edit()
        ]
        for profile in profiles:
            profile.waits = waits_along(profile)
            profile.goes_without = goes_without(profile)
        missing = self.always and not profiles
        return {
            "profiles": profiles,
            "has_public_text": BlogPage.objects.live().authored_by(self.user).exists,
            "new": [
                {
                    "language": index.locale.language_code,
                    "url": reverse(
                        "wagtailadmin_pages:add",
                        args=["community", "authorpage", index.pk],
                    ),
                }
                for index in places(AuthorIndexPage, self.user)
            ]
            if missing
            else [],
        }
