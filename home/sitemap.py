"""Every page that readers may open, with its language versions."""

from collections import defaultdict

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.db.models import F, Q
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page

from kdsite.metadata.conditional_get import only_if_changed
from kdsite.pages.base import is_open


class PagesSitemap(Sitemap):
    """Both trees; Wagtail's own sitemap knows the first one only, and no alternates."""

    # So many pages a part: what one costs does not grow with the site.
    limit = 200

    def items(self):
        pages = Page.objects.live().filter(is_open(), depth__gt=1)
        pages = pages.annotate(
            is_post=Q(blogpage__isnull=False),
            day=F("blogpage__date"),
            words_changed_at=F("blogpage__published_words__changed_at"),
        )
        return pages.select_related("locale").order_by("path")

    def get_urls(self, page=1, site=None, protocol=None):
        """As Django's, with the addresses that the pages' canonical links have."""
        listed = list(self.paginator.page(page).object_list)
        versions = defaultdict(dict)
        keys = {item.translation_key for item in listed}
        for item in self.items().filter(translation_key__in=keys):
            # What is given here holds the site's roots, found once.
            if address := item.get_full_url(self):
                versions[item.translation_key][item.locale.language_code] = address
        return [
            {
                "item": item,
                "location": address,
                "lastmod": last_changed(item),
                "alternates": alternates(versions[item.translation_key]),
            }
            for item in listed
            if (
                address := versions[item.translation_key].get(item.locale.language_code)
            )
        ]


def last_changed(page):
    """When what readers see of it was published; of a post, the day that its page says."""
    if not page.is_post:
        return page.last_published_at
    if page.words_changed_at:
        return page.words_changed_at
    first = page.first_published_at
    brought_in = page.day and (not first or timezone.localdate(first) != page.day)
    return page.day if brought_in else first


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
@x_robots_tag
def sitemap(request, part=None):
    """All pages; where they are more than one part holds, a list of the parts."""
    pages = PagesSitemap()
    parts = pages.paginator.num_pages
    if part is None and parts > 1:
        addresses = [reverse("sitemap", args=[n]) for n in range(1, parts + 1)]
        listed = [SitemapIndexItem(request.build_absolute_uri(a)) for a in addresses]
        template, context = "sitemap_index.xml", {"sitemaps": listed}
    else:
        number = 1 if part is None else part
        if number not in pages.paginator.page_range:
            raise Http404
        template, context = "sitemap.xml", {"urlset": pages.get_urls(number)}
    return TemplateResponse(request, template, context, content_type="application/xml")
