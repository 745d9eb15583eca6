"""The buttons of the review: what stands beside them, and pressing them."""

import re

from django.urls import reverse

from tests.support.forms.undrawn import form_on
from tests.support.helpers import logged_in

NO_SWEDISH = "Ruotsinkielistä versiota ei vielä ole."
ONLY_FINNISH = f"Julkaistaan heti, vain suomeksi. {NO_SWEDISH}"


def said(page, user, action="approve"):
    """What the screen says beside the button, without the blanks around it."""
    html = logged_in(user).get(reverse("editorial:review", args=[page.pk]))
    found = re.search(rf'id="says-{action}">([^<]*)<', html.content.decode())
    return found[1].strip()


def press(page, user, action="approve", comment=""):
    client, url = logged_in(user), reverse("editorial:review", args=[page.pk])
    seen = form_on(client, url).initial["seen"]
    data = {"seen": seen, "action": action, "comment": comment}
    return client.post(url, data, follow=True).content.decode()
