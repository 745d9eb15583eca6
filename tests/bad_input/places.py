"""Where in a request to an address a value can stand."""

from dataclasses import dataclass, field
from itertools import cycle

from tests.bad_input.forms import forms_of

# Of every list and report, whether its form says so or not.
ASKED = ("p", "q", "ordering", "id", "export", "next", "locale")
ASKED += ("export=csv&ordering", "export=xlsx&q")
HEADERS = (
    *("Host", "Range", "If-Modified-Since", "If-None-Match", "If-Match", "If-Range"),
    *("If-Unmodified-Since", "Accept", "Accept-Language", "Accept-Encoding", "Cookie"),
    *("Content-Type", "Referer", "Origin", "User-Agent", "Authorization"),
    *("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Request-Id"),
    *("X-Requested-With", "X-HTTP-Method-Override", "Forwarded", "Sec-Fetch-Site"),
)
# Which values: read as JSON where it is sent as such.
ADDRESS, TEXT, JSON, FILE = "address", "text", "json", "file"
HEADER, BODY = "header", "body"


@dataclass
class Place:
    """``how`` it is sent: in the path, the query, a field of a form (put: by PUT), a file of it, a
    header, as the body in JSON, or as a body and its type."""

    how: str
    address: str
    name: str = ""
    kind: str = TEXT
    # The rest of the form.
    fields: dict = field(default_factory=dict)

    def __str__(self):
        return f"{self.how} {self.address} {self.name}"


def places_of(client, route, address, parts):
    """Every place of what stands at ``address``.

    :param parts: ``address`` with each of its places empty in turn: pairs of what is before and
        behind it.
    """
    found = [Place("path", "\0".join(part), route, ADDRESS) for part in parts]
    response = client.get(address)
    asked, posted = dict.fromkeys(ASKED, ""), []
    for method, action, fields, files in forms_of(response, address):
        if method == "get":
            asked |= fields
            continue
        posted += [
            Place("field", action, name, _kind(value), fields)
            for name, value in fields.items()
        ]
        posted += [Place("file", action, name, FILE, fields) for name in files]
    found += [Place("query", address, name, ADDRESS) for name in asked]
    found += posted or without_form(address)
    found += [Place("json", address, kind=JSON), Place("body", address, kind=BODY)]
    return [*found, Place("header", address, next(header), HEADER)]


header = cycle(HEADERS)


def without_form(address):
    """Something else sends to it: a button, a script, another page."""
    found = [Place("field", address, name) for name in ("id", "next", "page")]
    return [*found, Place("put", address, "value")]


def _kind(value):
    return JSON if value.startswith(("{", "[")) else TEXT
