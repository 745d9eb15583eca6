"""Wagtail's accounts with our views of them."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "kdsite.editorial.accounts.AccountViewSet"
