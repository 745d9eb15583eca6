"""All addresses."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.documents.views import serve
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password
from wagtail.views import serve as serve_page

from kdsite import views
from kdsite.accounts.login.limits import slowed, slowed_by_account
from kdsite.accounts.login.urls import in_place_of_wagtails, lead_to
from kdsite.accounts.own_address.own_settings import AccountView
from kdsite.health import alive, ready
from kdsite.pages.routing import found_first

# For those who have an account, or a link of their own: drafts to read, invitations.
private = [
    path("account/", include("kdsite.accounts.login.urls")),
    path("account/lost-factor/", include("kdsite.accounts.lost_factor.urls")),
    path("account/own-address/", include("kdsite.accounts.own_address.urls")),
    *in_place_of_wagtails,
    path(
        "admin/account/", slowed_by_account(require_admin_access(AccountView.as_view()))
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("kdsite.editorial.private_links.urls")),
    path("", include("blog.invitations.urls")),
    path("", include("kdsite.accounts.invitations.urls")),
]

urlpatterns = [
    path("", views.choose_language, name="root"),
    *private,
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        slowed(serve.authenticate_with_password),
        name="wagtaildocs_authenticate_with_password",
    ),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("home.machine_urls")),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, {"private": private}, name="robots"),
    path("healthz", alive, name="healthz"),
    path("readyz", ready, name="readyz"),
]

if settings.SERVE_MEDIA:
    urlpatterns += [re_path(r"^media/(?P<path>.*)$", views.media)]

urlpatterns += i18n_patterns(
    path("", include("blog.feeds.urls")),
    path("", include("blog.citing.urls")),
    path("", include("home.urls")),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        slowed(authenticate_with_password),
        name="wagtailcore_authenticate_with_password",
    ),
    path("_util/login/", lead_to("account_login"), name="wagtailcore_login"),
    re_path(serve_pattern, found_first(serve_page), name="wagtail_serve"),
)

handler400 = "kdsite.views.unreadable"
handler403 = "kdsite.views.forbidden"
handler404 = "kdsite.views.not_found"
# allauth's limits ask for it by this name.
handler429 = "kdsite.views.too_many"
handler500 = "kdsite.views.failed"
