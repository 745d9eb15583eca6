"""What machines read, compared with files that a person has looked at.

After a wanted change: ``GOLDEN=write python -m pytest -n0 tests/blog/test_feeds.py tests/kdsite/test_head.py
tests/home/test_sitemap.py``, then read the difference before committing it.
"""

import os
import re
import uuid
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine
from wagtail.models import Page, Site

FOLDER = Path(__file__).parent
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/Helsinki"))
HOST = "https://kuntademokratia.example.fi"


def matches(name, text):
    """Is ``text`` what the file ``name`` holds? With ``GOLDEN=write`` it becomes so."""
    # What nobody guesses of a picture's name; a file whose name is taken gets more letters of chance.
    text = re.sub(r"/images/\w{16}-([a-z]+)(_\w{7})?\.", r"/images/\1.", text)
    path = FOLDER / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, "utf-8")
    return text == path.read_text("utf-8")


def at_the_address():
    """The site stands at :data:`HOST`, as in production."""
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = HOST.removeprefix("https://"), 443
    site.save()


def long_ago():
    """What the site's skeleton holds was published before everything else."""
    then = datetime(2026, 1, 1, tzinfo=MORNING.tzinfo)
    Page.objects.update(first_published_at=then, last_published_at=then)


def fix_ids(pages):
    """Give ``pages`` and the front page translation keys that are the same in every run."""
    for number, page in enumerate(pages, 1):
        versions = Page.objects.filter(translation_key=page.translation_key)
        versions.update(translation_key=uuid.UUID(int=number))


def still(moment=MORNING):
    """The clock stands at ``moment``."""
    return time_machine.travel(moment, tick=False)
