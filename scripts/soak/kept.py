"""What became of the texts: run beside the server, reads the ids of revisions, drafts and approved
texts, prints JSON."""

import json
import sys

import django

django.setup()

from wagtail.models import Page, Revision  # noqa: E402


def body_of(revision):
    return revision.content["body"]


def main(asked):
    revisions = Revision.objects.in_bulk(asked["revisions"])
    drafts = Page.objects.select_related("latest_revision").in_bulk(asked["drafts"])
    public = Page.objects.live().filter(pk__in=asked["approved"])
    answer = {
        "revisions": {pk: body_of(found) for pk, found in revisions.items()},
        "drafts": {pk: body_of(page.latest_revision) for pk, page in drafts.items()},
        "public": list(public.values_list("pk", flat=True)),
    }
    print(json.dumps(answer))


main(json.load(sys.stdin))
