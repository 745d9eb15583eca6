"""How many queries each address takes when nothing is cached: run beside the server with the
addresses as JSON, prints JSON."""

import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from wagtail.models import Site  # noqa: E402


def count(client, address):
    client.get(address)
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def main():
    client = Client(
        headers={"host": settings.ALLOWED_HOSTS[0], "x-forwarded-proto": "https"}
    )
    addresses = json.load(sys.stdin)
    print(json.dumps({address: count(client, address) for address in addresses}))


main()
