"""Addresses of the whole site that machines ask for; the project includes them."""

from django.urls import path

from home.sitemap import sitemap

urlpatterns = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", sitemap, name="sitemap"),
]
