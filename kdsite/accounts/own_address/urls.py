"""The address of the link that confirms another address."""

from django.urls import path

from kdsite.accounts.login.urls import screen
from kdsite.accounts.own_address.views import ConfirmView

urlpatterns = [
    path("<str:token>/", screen(ConfirmView.as_view()), name="own_address"),
]
