"""The log: one JSON object a line, with the number of the request and without personal data."""

import json
import logging
import os
import pty
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.test import RequestFactory
from django.urls import resolve

from kdsite.logs.lines import JSONLines
from kdsite.logs.request_id import HEADER, RequestIdMiddleware, current
from tests.project.test_production import PRODUCTION

PRIVATE = "/kutsu/abcdefghijklmnop/"


def line(message, *arguments, **more):
    """What is written of one record, read again."""
    logger = logging.getLogger("kdsite.trial")
    record = logger.makeRecord(
        logger.name, logging.ERROR, "file", 1, message, arguments, more.pop("exc", None)
    )
    vars(record).update(more)
    text = JSONLines().format(record)
    assert "\n" not in text
    return json.loads(text)


def test_it_says_when_how_grave_who_and_what():
    found = line("Page %s\nand more", 7)
    assert found["time"].endswith("+00:00")
    assert (found["level"], found["logger"]) == ("ERROR", "kdsite.trial")
    assert found["message"] == "Page 7"


def test_a_mail_address_is_not_written_down():
    assert line("Mail to %s waits", "maija.malli+x@example.fi")["message"] == (
        "Mail to …@… waits"
    )


def test_of_an_address_its_pattern_is_written_down():
    """Whoever has that of a private link gets in by it."""
    request = RequestFactory().get(PRIVATE)
    request.resolver_match = resolve(PRIVATE)
    found = line("Internal Server Error: %s", request.path, request=request)
    assert "abcdef" not in found["message"]
    assert "/kutsu/<" in found["message"]


def test_of_a_failure_its_kind_and_place_are_written_down():
    """And of the database's words the first line: the others quote the row."""
    try:
        raise IntegrityError(
            "duplicate key\nDETAIL:  Key (name)=(Maija) already exists."
        )
    except IntegrityError as error:
        found = line("Failed", exc=(type(error), error, error.__traceback__))
    assert found["failure"] == "IntegrityError: duplicate key"
    assert found["where"][0].endswith(
        "test_of_a_failure_its_kind_and_place_are_written_down"
    )


@pytest.mark.parametrize(
    ("given", "is_taken"), [("a" * 32, True), ("a" * 31, False), ("<script>", False)]
)
def test_the_number_of_a_request_is_the_web_servers(given, is_taken):
    """Where it is one; a reader's own words are in no log."""
    seen = []

    def answer(request):
        seen.append((current(), line("Here")["request"]))

    RequestIdMiddleware(answer)(RequestFactory().get("/", headers={HEADER: given}))
    ((number, written),) = seen
    assert number == written and len(number) == 32
    assert (number == given) == is_taken
    assert current() == ""


SAYS = """
import django; django.setup()
import logging
logging.getLogger("kdsite.trial").info("quiet")
logging.getLogger("kdsite.trial").warning("loud")
"""


def said(stderr):
    """What a process of production says that is given ``stderr``."""
    return subprocess.run(
        [sys.executable, "-c", SAYS],
        cwd=settings.BASE_DIR,
        env=os.environ | PRODUCTION,
        stderr=stderr,
        check=True,
    ).stderr


def test_a_person_at_a_terminal_reads_no_json():
    """Nor what has not gone wrong: between the sentences of a command it is in the way."""
    ours, theirs = pty.openpty()
    said(theirs)
    os.close(theirs)
    assert os.read(ours, 1000).decode().strip() == "loud"
    os.close(ours)
    lines = said(subprocess.PIPE).decode().splitlines()
    assert [json.loads(each)["message"] for each in lines] == ["quiet", "loud"]
