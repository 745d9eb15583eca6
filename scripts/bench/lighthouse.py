"""Lighthouse on a phone with a slow line, on every kind of page in both languages."""

import json
import os
import shutil
import subprocess
import sys
from statistics import median

from bs4 import BeautifulSoup

from scripts.bench.proxy import NODE
from scripts.bench.serving import KEPT, ROOT
from scripts.bench.sizes import scripts_in
from scripts.bench.table import Row, worst
from tests.browser.chromium import ARGUMENTS

PROGRAM = ROOT / "var/tools/node_modules/lighthouse/cli/index.js"

SCORES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
# Pages that cannot have the full score, as it is meant.
LEFT_OUT = {
    "seo": "search engines are kept from them",
    "best-practices": "a browser notes the 404 as an error",
}
LONG = 50
TRIES = 3


def measure(site):
    pages = {
        f"{kind} {language}": Page(site, f"{kind} {language}", address)
        for (kind, language), address in site.kinds.items()
    }
    for category, bound in SCORES.items():
        yield score_row(pages, category, bound)
    for what, audit, bound, unit in (
        ("largest contentful paint", "largest-contentful-paint", 1800, " ms"),
        ("cumulative layout shift", "cumulative-layout-shift", 0.01, ""),
    ):
        figures = {name: page.figure(audit) for name, page in pages.items()}
        most, where = worst(figures)
        wrong = [f"{name}: {round(f, 3):g}" for name, f in figures.items() if f > bound]
        yield Row(
            f"Lighthouse: {what}", most, where, at_most=bound, unit=unit, wrong=wrong
        )
    scripts = {name: page.longest_script for name, page in pages.items()}
    most, where = worst(scripts)
    blocking = max(page.figure("total-blocking-time") for page in pages.values())
    yield Row(
        "Lighthouse: longest script task",
        most,
        f"{where}; total blocking time {blocking:.0f} ms at the most",
        at_most=LONG,
        unit=" ms",
    )
    power = median(page.power for page in pages.values())
    yield Row("Lighthouse: benchmark index of this machine", power)


def score_row(pages, category, bound):
    counted = {
        name: page.score(category)
        for name, page in pages.items()
        if not page.is_left_out(category)
    }
    if not counted:
        return Row(f"Lighthouse: {category}", 0, "no page counts")
    least, where = worst(counted, min)
    said = f"{where}; {len(counted)} pages"
    if left_out := len(pages) - len(counted):
        said += f", {left_out} left out: {LEFT_OUT[category]}"
    wrong = [
        f"{name} ({score:g}): {line}"
        for name, score in counted.items()
        if score < bound
        for line in pages[name].failing(category)
    ]
    return Row(f"Lighthouse: {category}", least, said, at_least=bound, wrong=wrong)


class Page:
    """One page and its reports."""

    def __init__(self, site, name, address):
        print(f"bench: lighthouse, {name}", file=sys.stderr, flush=True)
        answer = site.get(address)
        soup = BeautifulSoup(answer.body, "html.parser")
        robots = soup.select_one('meta[name="robots"]')
        self.has_inline = any(not tag.get("src") for tag in scripts_in(soup))
        self.is_there = answer.status == 200
        self.is_indexed = self.is_there and not (
            robots and "noindex" in robots["content"]
        )
        file = KEPT / "lighthouse" / f"{name}.json"
        file.parent.mkdir(exist_ok=True)
        self.reports = [run(site, address, file) for _ in range(site.runs)]

    def is_left_out(self, category):
        if category == "seo":
            return not self.is_indexed
        return category == "best-practices" and not self.is_there

    def score(self, category):
        """The median; in percent."""
        scores = [report["categories"][category]["score"] for report in self.reports]
        return median(scores) * 100

    def figure(self, audit):
        return median(
            report["audits"][audit]["numericValue"] for report in self.reports
        )

    @property
    def power(self):
        return median(r["environment"]["benchmarkIndex"] for r in self.reports)

    @property
    def longest_script(self):
        """The longest of the tasks over 50 ms that a script began; 0 where there is none."""
        return median(
            max(
                (
                    task["duration"]
                    for task in report["audits"]["long-tasks"]["details"]["items"]
                    if task["url"] in self._scripts(report)
                ),
                default=0,
            )
            for report in self.reports
        )

    def _scripts(self, report):
        """The addresses of its scripts; its own, where it has one in itself."""
        asked = report["audits"]["network-requests"]["details"]["items"]
        found = {one["url"] for one in asked if one["resourceType"] == "Script"}
        return found | ({report["finalDisplayedUrl"]} if self.has_inline else set())

    def failing(self, category):
        """The audits that count and are not passed, with the elements that they name."""
        report = self.reports[-1]
        for reference in report["categories"][category]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if not reference["weight"] or audit["score"] in (None, 1):
                continue
            shown = audit.get("displayValue") or audit.get("explanation", "")
            yield f"{audit['id']} {audit['score']} {shown}".strip()
            for item in (audit.get("details") or {}).get("items", [])[:5]:
                node = item.get("node", {})
                yield f"    {node.get('selector', '')} {node.get('snippet') or item}"


def run(site, address, file):
    """One report. Where recording failed Lighthouse asks to be run again, which is told and done;
    whatever fails three times is an error."""
    for _ in range(TRIES):
        result = subprocess.run(
            command(site, address, file),
            env=os.environ | {"CHROME_PATH": shutil.which("chromium")},
        )
        if not result.returncode:
            return json.loads(file.read_text())
        print(f"bench: lighthouse ended with {result.returncode}", file=sys.stderr)
    sys.exit(f"bench: Lighthouse does not measure {address}")


def command(site, address, file):
    flags = ["--headless=new", *ARGUMENTS, *site.browser_arguments]
    return [
        NODE, PROGRAM, site.url(address), "--output=json", f"--output-path={file}", "--quiet",
        f"--only-categories={','.join(SCORES)}", "--ignore-status-code",
        "--no-enable-error-reporting", "--disable-full-page-screenshot",
        f"--chrome-flags={' '.join(quoted(flag) for flag in flags)}",
    ]  # fmt: skip


def quoted(flag):
    name, equals, value = flag.partition("=")
    return f'{name}="{value}"' if equals else name
