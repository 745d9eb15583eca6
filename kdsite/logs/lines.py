"""A record of Python's logging as one line of JSON, without personal data."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime

from kdsite.logs import request_id

ADDRESS = re.compile(r"[^\s<>()\"',;:=@]+@[^\s<>()\"',;:=@]+")


class JSONLines(logging.Formatter):
    """Time, level, who says it and what, the number of the request, and what came with it.

    A mail address is not written down. Of a page's address its pattern is: whoever has that of a
    private link gets in by it. Of a failure its first line is: PostgreSQL's others quote the row.
    """

    def format(self, record):
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": _message(record),
        }
        if number := request_id.current():
            said["request"] = number
        said |= getattr(record, "facts", {})
        if record.exc_info:
            said["failure"], said["where"] = _failure(record.exc_info[1])
        return _without_addresses(json.dumps(said, ensure_ascii=False, default=str))


def _message(record):
    text = record.getMessage().partition("\n")[0]
    request = getattr(record, "request", None)
    if request is None:
        return text
    match = request.resolver_match
    return text.replace(request.path, f"/{match.route}" if match else "an address")


def _failure(error):
    """Its kind and first line; and where it was raised: file, line and function, outermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    return (
        f"{type(error).__name__}: {str(error).partition(chr(10))[0]}",
        [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    )


def _without_addresses(text):
    return ADDRESS.sub("…@…", text)
