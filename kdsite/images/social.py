"""The picture that goes with a link to a page in other services."""

from urllib.parse import urljoin

from django.templatetags.static import static
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import Site

WIDTH, HEIGHT = 1200, 630
# JPEG, because services that show links do not read AVIF.
RENDITION = f"fill-{WIDTH}x{HEIGHT}|format-jpeg"
OWN = "img/social.png"
# A narrower one would be shown as a stamp beside the text.
SMALLEST = 600


def absolute(request, address):
    """``address`` (of a file or a page) with the site's scheme and host before it."""
    site = Site.find_for_request(request)
    return urljoin(site.root_url, address) if site else address


def social_image(request, page=None):
    """The ``social_picture`` of ``page`` (see :class:`kdsite.pages.base.BasePage`), else the
    site's own drawing.

    :returns: a dict with ``url`` (absolute), ``width``, ``height``, ``type`` and ``alt``.
    """
    image = page and page.social_picture
    rendition = image and get_rendition_or_not_found(image, RENDITION)
    # Wagtail makes no picture larger than it is; where the file is gone, the width is 0.
    if rendition and rendition.width >= SMALLEST:
        return {
            "url": absolute(request, rendition.url),
            "width": rendition.width,
            "height": rendition.height,
            "type": "image/jpeg",
            "alt": page.social_alt,
        }
    own = absolute(request, static(OWN))
    return {
        "url": own,
        "width": WIDTH,
        "height": HEIGHT,
        "type": "image/png",
        "alt": "",
    }
