"""What people do in the table of a translation, by the addresses that its screen names."""

import re
from html import unescape

from tests.support.helpers import edit_url, logged_in


def open_editor(user, target):
    """The screen as it is opened now."""
    return logged_in(user).get(edit_url(target)).content.decode()


def press_send(user, html):
    """The button of that screen: “Send for review”, or “Save as a correction”."""
    action = re.search(r'action="([^"]+/translation/[0-9]+/send/)"', html)[1]
    moment = re.search(r'name="opened" value="([^"]+)"', html)[1]
    return logged_in(user).post(action, {"opened": moment}, follow=True)


def saved_to(user, target):
    """The addresses to which the table of ``user`` saves, as it was opened now, by segment."""
    html = open_editor(user, target)
    found = {}
    for address in re.findall(r'class="tt-row[^>]* data-url="([^"]+)"', html):
        sort, number = re.search(r"/(strings|overrides)/(\d+)/edit/", address).groups()
        kind = "string" if sort == "strings" else "synchronised_value"
        found[kind, int(number)] = unescape(address)
    return found


def put(user, address, value):
    return logged_in(user).put(
        address,
        f'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n{value}\r\n--x--\r\n',
        content_type="multipart/form-data; boundary=x",
    )
