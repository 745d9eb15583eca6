"""What readers ask for, of what there is in the demo."""

import re

PICTURE = re.compile(r'src="(/media/[^"]+)"')
SEARCHES = ("kunta", "kommun", "valtuusto", "demokratia", "demokrati", "qxzqxz")
KINDS = {"BlogPage": "post", "HomePage": "front page"}


def to_read(site):
    """Addresses, by what it is."""
    found = {"post": [], "list": [], "front page": []}
    for page in site.contents["pages"]:
        found[KINDS.get(page["kind"], "list")].append(page["address"])
    asked = [page for page in site.contents["more"] if page["kind"] == "search, found"]
    found["search"] = [
        f"{page['address'].partition('?')[0]}?q={word}"
        for page in asked
        for word in SEARCHES
    ]
    found["feed"] = site.contents["feeds"]
    bodies = [site.get(address).body.decode() for address in found["post"]]
    pictures = {each for body in bodies for each in PICTURE.findall(body)}
    return found | {"picture": sorted(pictures)}
