"""What every answer says to browsers of what a page may load, and of who may load it.

A page's policy is written by django-csp; which one, says :mod:`kdsite.middleware.headers`. Static
files are served before it.
"""

from urllib.parse import urlsplit

import environ
from csp import constants as source

env = environ.Env()

# Of readers' pages, the log-in and every error: nothing inside the page, nothing from elsewhere.
# A copy of a readers' page is kept with its headers, so that there is no nonce in it.
POLICY = {
    "default-src": [source.NONE],
    "script-src": [source.SELF],
    "style-src": [source.SELF],
    "img-src": [source.SELF],
    "font-src": [source.SELF],
    "media-src": [source.SELF],
    "form-action": [source.SELF],
    "base-uri": [source.NONE],
    # The review screen and Wagtail's preview show our own pages in a frame.
    "frame-ancestors": [source.SELF],
}
if provider := env.str("OIDC_PROVIDER_URL", default=""):
    # The form of the log-in leads on to the organisation's, which Chromium asks this for, too.
    POLICY["form-action"] = [
        source.SELF,
        "{0.scheme}://{0.netloc}".format(urlsplit(provider)),
    ]
CONTENT_SECURITY_POLICY = {"DIRECTIVES": POLICY}

# The known players of kdsite/blocks/players.py, on pages that have one of them.
PLAYERS_POLICY = {
    "frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]
}

# Of the admin: with it Chromium refuses nothing on the editor, the calendar, the review and the editor
# of translations (tests/browser/desk/test_policy.py).
ADMIN_POLICY = {
    # No script stands inside a page: fields are started by admin_start.js.
    "script-src": [source.SELF, source.NONCE],
    # Jcrop, in which the focal point of a picture is chosen, asks by an attribute "return;" whether
    # the screen is touched.
    "script-src-attr": [
        "'unsafe-hashes'",
        "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='",
    ],
    # Wagtail's scripts write style elements and attributes: Draftail, tippy, Handsontable.
    "style-src": [source.SELF, source.UNSAFE_INLINE],
    # Pictures that are being uploaded, and icons in Wagtail's styles.
    "img-src": [source.SELF, "data:", "blob:"],
    # Saving while somebody writes, choosers, search.
    "connect-src": [source.SELF],
    # The page as readers will see it: in the review, and beside the editor.
    "frame-src": [source.SELF, *PLAYERS_POLICY["frame-src"]],
}

# Of a file to download (a document, a table of the admin): it is nothing here, even if it is opened.
DOWNLOAD_POLICY = (
    "default-src 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)

# What no page of this site asks a browser for.
PERMISSIONS_POLICY = {
    name: []
    for name in (
        *("accelerometer", "browsing-topics", "camera", "display-capture"),
        *("geolocation", "gyroscope", "magnetometer", "microphone", "midi"),
        *("payment", "serial", "usb"),
    )
}

X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# No other site may show what is served here; Django has no setting for it.
CROSS_ORIGIN_RESOURCE_POLICY = "same-origin"


def WHITENOISE_ADD_HEADERS_FUNCTION(headers, path, url):
    """Of static files: Django's SecurityMiddleware, which stands before it, adds the rest."""
    headers["Cross-Origin-Resource-Policy"] = CROSS_ORIGIN_RESOURCE_POLICY
    # A drawing (SVG) is a document when it is opened by itself.
    headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'none';"
        " frame-ancestors 'none'; sandbox"
    )
