"""Every page that readers may open, with its language versions."""

from collections import defaultdict

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.core.paginator import Paginator
from django.views.decorators.http import require_safe
from wagtail.models import Page

from kdsite.metadata.conditional_get import only_if_changed
from kdsite.pages.base import is_open


class PagesSitemap(Sitemap):
    """Both trees; Wagtail's own sitemap knows the first one only, and no alternates."""

    def items(self):
        pages = Page.objects.live().filter(is_open(), depth__gt=1)
        return pages.select_related("locale").order_by("path")

    def get_urls(self, page=1, site=None, protocol=None):
        """As Django's, with the addresses that the pages' canonical links have."""
        shown = [
            (item, address)
            for item in self.items()
            # What is given here holds the site's roots, found once.
            if (address := item.get_full_url(self))
        ]
        versions = defaultdict(dict)
        for item, address in shown:
            versions[item.translation_key][item.locale.language_code] = address
        listed = Paginator(shown, self.limit).page(page).object_list
        self.latest_lastmod = max(
            (item.last_published_at for item, _address in shown), default=None
        )
        return [
            {
                "item": item,
                "location": address,
                "lastmod": item.last_published_at,
                "alternates": alternates(versions[item.translation_key]),
            }
            for item, address in listed
        ]


def alternates(versions):
    """The ``versions`` (code to address) in the site's order, Finnish as the default."""
    found = [
        {"lang_code": code, "location": versions[code]}
        for code, _name in settings.LANGUAGES
        if code in versions
    ]
    default = versions.get(settings.LANGUAGE_CODE)
    if default:
        found.append({"lang_code": "x-default", "location": default})
    return found


@require_safe
@only_if_changed
def sitemap(request):
    """All pages in one file."""
    return sitemap_view(request, {"pages": PagesSitemap})
