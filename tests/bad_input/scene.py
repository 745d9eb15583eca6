"""One of everything that an address can be about, and a page with every kind of block."""

from django.contrib.auth.models import Group
from wagtail.models import Page

from kdsite.editorial.models import ReviewTask
from tests.editorial.every_address import scene as every_address
from tests.support.addresses import addresses, places, routes
from tests.support.factories import make_post
from tests.support.machine_scene import BODY


def set_the_scene(people):
    made = every_address.set_the_scene(people)
    picture = {"hero_image": made["image"], "hero_alt": "Silta"}
    by = [made["author"]]
    made["rich"] = make_post(people.writer, "Kaikkea", by, body=BODY, **picture)
    return made


# What each address is about whose place is called pk, by how it begins.
ABOUT = {
    "admin/users/": "user",
    "admin/groups/": "group",
    "admin/workflows/tasks/": "task",
    "admin/workflows/": "workflow",
    "admin/calendar/": "slot",
    "admin/documents/": "document",
    "admin/images/": "image",
    "admin/api/main/^documents/": "document",
    "admin/api/main/^images/": "image",
}


def values_for(route, values, scene, people):
    """What stands in the places of ``route``; ``values`` are those of every address."""
    task = ReviewTask.objects.first()
    held = {
        "user": people.writer2,
        "group": Group.objects.first(),
        "task": task,
        "workflow": task.workflows.get(),
    }
    about = next((ABOUT[start] for start in ABOUT if route.startswith(start)), None)
    found = {name: kept[:1] for name, kept in values.items()}
    if about:
        found["pk"] = [(held.get(about) or getattr(scene, about)).pk]
    for name in ("page_id", "page_pk", "object_id"):
        found[name] = [scene.rich.pk]
    return found | {"revision_id": [scene.rich.latest_revision_id]}


def of_strangers():
    """``[(route, route)]`` of what nobody logs in for: readers' pages have their address as route."""
    found = [
        route for route in routes() if not route.startswith(("admin/", "fi/^((?:"))
    ]
    pages = Page.objects.live().public().filter(depth__gt=1)
    found += [page.url.lstrip("/") for page in pages if page.url]
    # Its own month, of a list of posts.
    return list(dict.fromkeys([*found, "fi/blogi/2026/11/"]))


def filled(route, values):
    """``route`` with ``values`` in its places, and for each place ``(before, behind)`` it."""
    address = next(addresses(route, values))
    hole = "\0"
    parts = []
    for name in places(route):
        around = next(addresses(route, values | {name: [hole]}))
        parts.append(around.partition(hole)[::2])
    return address, parts
