"""What saving and sending a text of 2,000 words asks the database: run beside the server, prints JSON,
``{"save": …, "send": …}``, with all that follows: indexes, mail.

Its writer presses one button in the editor, and there is nothing to look at before it is sent.
"""

import json

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    setup_test_environment,
)

from blog.models import Consent  # noqa: E402
from community.models import AuthorPage  # noqa: E402
from home.demo_site.accounts import make_accounts  # noqa: E402
from scripts.bench.growth.sessions import logged_in  # noqa: E402
from tests.support.factories import make_post  # noqa: E402
from tests.support.helpers import edit_url, fresh, opened_form  # noqa: E402

BODY = [("paragraph", f"<p>{'kunta ' * 100}</p>")] * 20


def pressed(client, post, title, **button):
    """How many queries the button takes; the text is another than before."""
    data = opened_form(client, post) | {"title": title} | button
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(edit_url(post), data)
    assert answer.status_code == 302, answer.status_code  # noqa: S101 - else nothing was saved
    return len(captured)


def main():
    writer = make_accounts()["writer"]
    author = AuthorPage.objects.live().order_by("pk").first()
    setup_test_environment(debug=False)
    client = logged_in(writer)
    for title in ("Ensin", "Sitten"):
        # What a process remembers it has asked for the first time.
        post = make_post(writer, title, authors=[author], body=BODY)
        Consent.give(post, fresh(post).latest_revision, writer)
        found = {
            "save": pressed(client, post, f"{title} 2"),
            "send": pressed(client, post, f"{title} 3", **{"action-submit": "1"}),
        }
        assert fresh(post).workflow_in_progress  # noqa: S101 - else something else was measured
    print(json.dumps(found))


main()
