"""Every page that readers can open: cookies, third parties, what fails, pictures made too late."""

from urllib.parse import urlsplit

import psycopg
from defusedxml import ElementTree

from scripts.bench.browser import chromium, fresh
from scripts.bench.serving import HOST
from scripts.bench.table import Row

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# What waits for scrolling is fetched at once.
WITHOUT_WAITING = """
for (const element of document.querySelectorAll("[loading=lazy]")) element.loading = "eager";
"""


def measure(site):
    addresses = sorted(
        {*listed(site), *site.kinds.values(), *site.contents["feeds"]}
        | {"/", "/sitemap.xml", "/robots.txt"}
    )
    cookies = [
        f"{address}: {cookie}"
        for address in addresses
        for cookie in site.get(address).headers.get_all("Set-Cookie", [])
    ]
    strange, failed = [], []
    with chromium(site) as browser, fresh(browser) as page:
        at = {"address": ""}
        page.on("request", lambda request: strange.extend(foreign(request, at)))
        page.on("response", lambda response: failed.extend(refused(response, at)))
        page.on(
            "requestfailed",
            lambda request: failed.append(f"{at['address']}: {request.url}"),
        )
        for address in addresses:
            if address.endswith((".xml", ".txt")):
                continue
            at["address"] = address
            page.goto(site.url(address), wait_until="load")
            page.evaluate(WITHOUT_WAITING)
            page.wait_for_load_state("networkidle")
        cookies += [str(cookie) for cookie in page.context.cookies()]
    over = f"{len(addresses)} addresses"
    yield Row("cookies", len(cookies), over, at_most=0, wrong=cookies)
    yield Row("requests to third parties", len(strange), over, at_most=0, wrong=strange)
    yield Row("requests that fail", len(failed), over, at_most=0, wrong=failed)
    late = drawn(site) - site.drawn_before
    yield Row("pictures drawn in a reader's request", late, over, at_most=0)


def listed(site):
    tree = ElementTree.fromstring(site.get("/sitemap.xml").body)
    return [urlsplit(loc.text).path for loc in tree.iter(LOC)]


def foreign(request, at):
    parts = urlsplit(request.url)
    if parts.scheme != "data" and parts.netloc != HOST:
        yield f"{at['address']}: {request.url}"


def refused(response, at):
    if response.status >= 400 and urlsplit(response.url).path != at["address"]:
        yield f"{at['address']}: {response.status} {response.url}"


def drawn(site):
    """How many sizes of pictures there are."""
    with psycopg.connect(site.environment["DATABASE_URL"]) as connection:
        return connection.execute(
            "SELECT count(*) FROM kdsite_siterendition"
        ).fetchone()[0]
