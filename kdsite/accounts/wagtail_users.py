"""Wagtail's accounts app with our views."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "kdsite.accounts.admin.AccountViewSet"
    group_viewset = "kdsite.accounts.groups_admin.ToldGroupViewSet"
