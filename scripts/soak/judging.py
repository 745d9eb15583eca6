"""Whether what was promised was kept: rows of a table, from what was counted and found."""

from collections import Counter

from scripts.bench.table import Row
from scripts.soak.plan import sentence

SHARE = 0.95
SPREAD = 5
A_SECOND = 300
# What readers' pages are called in the statistics; of the desk they are called by who works there.
PAGES, DESK = "page: ", ("writer: ", "editor: ")


def lost(saves, revisions, drafts):
    """The saves that were answered and are not there, a line each.

    :param saves: dicts of ``draft``, ``number`` and ``revision``, in the order of the answers.
    :param revisions: the words of each revision, by its id.
    :param drafts: the words of each draft as it is now, by its id.
    """
    last = {}
    for save in saves:
        last[save["draft"]] = save["number"]
        if sentence(save["number"]) not in revisions.get(save["revision"], ""):
            yield f"sentence {save['number']} is not in revision {save['revision']}"
    for draft, number in last.items():
        if sentence(number) not in drafts.get(draft, ""):
            yield f"sentence {number}, the last one, is not in draft {draft}"


def texts(saves, found, approved):
    """:param found: what :mod:`scripts.soak.kept` has found of ``saves``, and of those ``approved``."""
    revisions, drafts = numbered(found["revisions"]), numbered(found["drafts"])
    wrong = list(lost(saves, revisions, drafts))
    yield Row(
        "saves that were answered", len(saves), f"{len(drafts)} drafts", at_least=1
    )
    yield Row("saves that were lost", len(wrong), at_most=0, wrong=wrong)
    hidden = sorted(set(approved) - set(found["public"]))
    yield Row("approvals that were answered", len(approved), at_least=1)
    yield Row("approved texts that are not public", len(hidden), at_most=0)


def numbered(texts):
    """JSON has no numbers as names."""
    return {int(name): text for name, text in texts.items()}


def percentile(times, part):
    """Of ``times``, a dict from milliseconds to how often."""
    wanted = part * sum(times.values())
    for time in sorted(times):
        wanted -= times[time]
        if wanted <= 0:
            return time
    return 0


def spread(what, times, **bound):
    p50, p99 = percentile(times, 0.5), percentile(times, 0.99)
    said = (
        f"p50 {p50:g}, p99 {p99:g}, longest {max(times):g} ms of {sum(times.values())}"
    )
    return Row(f"{what}: p99 / p50", p99 / max(p50, 1), said, unit=" ×", **bound)


def load(statistics, failures):
    """:param statistics: locust's, a list of dicts with ``name`` and ``response_times``."""
    pages, desk, total = Counter(), 0, 0
    for entry in sorted(statistics, key=lambda entry: entry["name"]):
        times = {float(ms): count for ms, count in entry["response_times"].items()}
        count = sum(times.values())
        total += count
        desk += count * entry["name"].startswith(DESK)
        if entry["name"].startswith(PAGES):
            pages.update(times)
        yield spread(entry["name"], times)
    yield spread("readers' pages", pages, at_most=SPREAD)
    share = 1 - desk / total
    yield Row("readers' share of the requests", share, f"{total}", at_least=SHARE)
    wrong = len(failures)
    yield Row("requests that failed", wrong, at_most=0, wrong=failures)


def capacity(statistics):
    (entry,) = statistics
    seconds = entry["last_request_timestamp"] - entry["start_time"]
    return Row(
        "kept pages a second", entry["num_requests"] / seconds, at_least=A_SECOND
    )
