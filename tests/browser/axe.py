"""What axe-core finds wrong by WCAG 2.2 AA: on a part of a page, and on a reader's page in every look."""

from axe_playwright_python.base import AXE_SCRIPT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Beside the light page only colours are different in the dark.
COLOURS = ["color-contrast", "link-in-text-block"]
LOOKS = [
    ("light", 1280, {"runOnly": RULES}),
    ("dark", 1280, {"runOnly": {"type": "rule", "values": COLOURS}}),
    ("light", 320, {"runOnly": RULES}),
    ("dark", 320, {"runOnly": {"type": "rule", "values": COLOURS}}),
]
# Of what is right axe need not say where it is, which takes it as long as the looking.
FIND = """
async ([part, rules]) => {
  const found = await axe.run(part || document, { ...rules, resultTypes: ['violations'] });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.html, node.failureSummary]));
}
"""


def violations(page, rules, part=None):
    """What breaks ``rules`` (axe's) on ``page`` (Playwright's), or in the one ``part`` of it that
    the selector names: the rule, the element, and why."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return list(map(tuple, page.evaluate(FIND, [part, rules])))


def wider_than_the_window(page):
    """By how many pixels."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def wrong_on(page):
    """Whatever is wrong on ``page`` (Playwright's), or wider than the window, as tuples."""
    wrong = []
    for scheme, width, rules in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        wrong += [(scheme, width, *found) for found in violations(page, rules)]
        wider = wider_than_the_window(page)
        if wider > 0:
            wrong.append((scheme, width, "wider than the window", wider))
    return wrong
