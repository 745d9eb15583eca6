"""Recall and precision at 10 of the readers' search over the demo posts: bench_search.py [FILE …]

Needs a database with the demo. Without arguments the queries are those of tests/gold/; the name of
a file ends in its language. Of the results only posts are judged: of the first ten answers, how many
the gold names (precision; where no answer is a post, of what matches in part), and how many of those
that it names are among the first ten of both (recall; of ten, where it names more). With `--misses`
it also prints each query that missed a post or found a wrong one.
"""

import os
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kdsite.settings.dev")

import django  # noqa: E402

django.setup()

from blog.models import BlogPage  # noqa: E402
from home.search.finding import find  # noqa: E402

FIRST = 10


def numbers(language):
    """The number of each demo post by the id of its page in ``language``."""
    titles = {}
    for file in (ROOT / "home/demo_site/content/posts").glob(f"*.{language}.md"):
        facts = tomllib.loads(file.read_text("utf-8").split("+++")[1])
        titles[facts["title"]] = file.name[:2]
    posts = BlogPage.objects.live().filter(locale__language_code=language)
    return {post.pk: titles[post.title] for post in posts if post.title in titles}


def judge(gold, language, tell=False):
    """``(number of queries, recall, precision)``, each the mean over the queries."""
    known, recalls, precisions = numbers(language), [], []
    for query, wanted in gold.items():
        # What waits for review in the demo cannot be found.
        wanted = set(wanted) & set(known.values())
        if not wanted:
            continue
        found = find(query, [language])[language]
        answers, partly = (
            [known[hit.pk] for hit in hits if hit.pk in known]
            for hits in (found.hits, found.partly)
        )
        first, shown = (answers or partly)[:FIRST], [*answers, *partly][:FIRST]
        recalls.append(len(wanted.intersection(shown)) / min(FIRST, len(wanted)))
        right = wanted.intersection(first)
        precisions.append(len(right) / len(first) if first else 0)
        if tell and (recalls[-1] < 1 or precisions[-1] < 1):
            missed = sorted(wanted - {*answers, *partly})
            wrong = [number for number in first if number not in wanted]
            print(f"  {query}: missed {missed}, wrong {wrong}, in part {partly}")
    count = len(recalls)
    return count, sum(recalls) / count, sum(precisions) / count


def judge_all(files=(), tell=False):
    """Yields ``(name of the file, number of queries, recall, precision)`` of each."""
    for file in files or sorted((ROOT / "tests/gold").glob("*.toml")):
        gold = tomllib.loads(file.read_text("utf-8"))
        yield file.stem, *judge(gold, file.stem[-2:], tell)


def main(arguments):
    tell = "--misses" in arguments
    files = [Path(name) for name in arguments if name != "--misses"]
    print("| queries | how many | recall at 10 | precision at 10 |")
    print("|---|---|---|---|")
    for name, count, recall, precision in judge_all(files, tell):
        print(f"| {name} | {count} | {recall:.3f} | {precision:.3f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
