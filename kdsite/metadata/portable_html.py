"""Our HTML as another program can show it: no script, no frame, every address in full."""

import re
from urllib.parse import urljoin

import nh3

# Elements that go with all that is in them, and those of which the content stays.
DROPPED = {"script", "style", "iframe"}
UNWRAPPED = {"picture", "source", "div", "span"}
TAGS = (nh3.ALLOWED_TAGS | {"section"}) - DROPPED - UNWRAPPED
KEPT = {
    "*": {"lang"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
# What XML has no way to write.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_controls(text):
    """``text`` without the characters that no XML document may hold."""
    return CONTROL.sub("", str(text))


def for_elsewhere(html, base):
    """``html`` with plain elements only, and with ``base`` before relative addresses."""

    def in_full(_element, name, value):
        return urljoin(base, value) if name in ("href", "src") else value

    plain = nh3.clean(
        without_controls(html),
        tags=TAGS,
        clean_content_tags=DROPPED,
        attributes=KEPT,
        attribute_filter=in_full,
        link_rel=None,
    )
    return re.sub(r"\s*\n\s*", "\n", plain).strip()
