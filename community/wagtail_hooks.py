"""Where people enter Wagtail's admin."""

from django.urls import path
from wagtail import hooks

from community.choosers import author_chooser, question_chooser
from community.profile_ties.history import register_log_actions
from community.profile_ties.panel import ProfileTiesPanel
from community.profile_ties.views import ProfileTieView


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [
        path("profile-ties/<int:tie_id>/", ProfileTieView.as_view(), name="profile_tie")
    ]


@hooks.register("register_admin_viewset")
def register_choosers():
    return [author_chooser, question_chooser]


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    panels.append(ProfileTiesPanel(request.user))


hooks.register("register_log_actions", register_log_actions)
