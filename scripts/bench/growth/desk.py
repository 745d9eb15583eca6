"""What the screens take on which people begin, and those they decide on: run beside the server, prints
JSON, ``{screen: {"queries": …, "seconds": …}}``; of the seconds the middle one of several tries.
"""

import json
import time
from statistics import median

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from wagtail.models import TaskState  # noqa: E402

from home.demo_site.accounts import make_accounts  # noqa: E402
from kdsite.editorial.addresses import review_url  # noqa: E402
from scripts.bench.growth.sessions import logged_in  # noqa: E402

TRIES = 7


def in_review():
    """A page on which an editor may decide."""
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    return states.order_by("started_at").first().workflow_state.content_object


def taken(client, address):
    for _ in range(2):
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)  # noqa: S101 - else it is another page's time
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    # The next request empties the list.
    queries = len(captured)
    seconds = []
    for _ in range(TRIES):
        begin = time.perf_counter()
        client.get(address)
        seconds.append(time.perf_counter() - begin)
    return {"queries": queries, "seconds": median(seconds)}


def main():
    people = make_accounts()
    front = reverse("wagtailadmin_home")
    screens = {
        "front page of an editor": ("editor", front),
        "front page of a writer": ("writer", front),
        "front page of the language team": ("translator", front),
        "calendar": ("editor", reverse("calendar:index")),
        "review": ("editor", review_url(in_review())),
    }
    print(
        json.dumps(
            {
                name: taken(logged_in(people[who]), address)
                for name, (who, address) in screens.items()
            }
        )
    )


main()
