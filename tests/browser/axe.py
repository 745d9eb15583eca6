"""What axe-core finds wrong on a reader's page by WCAG 2.2 AA, in every look."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Beside the light page only colours are different in the dark.
COLOURS = ["color-contrast", "link-in-text-block"]
LOOKS = [
    ("light", 1280, {"runOnly": RULES}),
    ("dark", 1280, {"runOnly": {"type": "rule", "values": COLOURS}}),
    ("light", 320, {"runOnly": RULES}),
    ("dark", 320, {"runOnly": {"type": "rule", "values": COLOURS}}),
]


def wrong_on(page):
    """Whatever is wrong on ``page`` (Playwright's), or wider than the window, as tuples."""
    wrong = []
    page.evaluate(Axe().axe_script)
    for scheme, width, rules in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate("rules => axe.run(rules)", rules)["violations"]
        wrong += [
            (scheme, width, rule["id"], node["html"])
            for rule in found
            for node in rule["nodes"]
        ]
        wider = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if wider > 0:
            wrong.append((scheme, width, "wider than the window", wider))
    return wrong
