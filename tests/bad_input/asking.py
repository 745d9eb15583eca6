"""Sends a value to a place, and says what is wrong with the answer."""

import copy
from pathlib import Path
from urllib.parse import quote_from_bytes

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.bad_input.choosing import Values
from tests.bad_input.values import FORM
from tests.editorial.every_address.scene import undone_after_each

# What is no part of what was sent: who is there, has what open, and the sizes of a picture that is shown.
LEFT_OUT = {"django_session", "wagtailadmin_editingsession", "kdsite_siterendition"}


def ask(client, place, value):
    """The answer to ``value`` at ``place``."""
    if place.how == "path":
        return client.get(place.address.replace("\0", _escaped(value)))
    if place.how == "query":
        joint = "&" if "?" in place.address else "?"
        return client.get(f"{place.address}{joint}{place.name}={_escaped(value)}")
    if place.how == "header":
        return _with_header(client, place, value.decode("latin-1"))
    if place.how in ("json", "body"):
        kind, body = value if place.how == "body" else ("application/json", value)
        return client.generic("POST", place.address, body, kind)
    if place.how == "put":
        body = f"{place.name}={_escaped(value)}"
        return client.generic("PUT", place.address, body, FORM)
    fields = {name: [text.encode()] for name, text in place.fields.items()}
    if place.how == "file":
        return _with_file(client, place, fields, *value)
    # As a list: of bytes alone each would count as a value.
    body = encode_multipart(BOUNDARY, fields | {place.name: [value]})
    return client.generic("POST", place.address, body, MULTIPART_CONTENT)


def _with_header(client, place, value):
    """As the server hands it over. Where it is about a body, there is one."""
    name = place.name.upper().replace("-", "_")
    if name.startswith("CONTENT_"):
        return client.generic("POST", place.address, "a=1", FORM, **{name: value})
    if name == "COOKIE":
        own = "; ".join(f"{c.key}={c.value}" for c in client.cookies.values())
        value = f"{own}; {value}"
    return client.get(place.address, **{f"HTTP_{name}": value})


def _escaped(value):
    return quote_from_bytes(value, safe="")


def _with_file(client, place, fields, name, kind, content):
    """The name as it is given, which Django's own client would tidy."""
    name = name.encode() if isinstance(name, str) else name
    marked = SimpleUploadedFile("odd", content, kind or "application/octet-stream")
    body = encode_multipart(BOUNDARY, fields | {place.name: marked})
    body = body.replace(b'filename="odd"', b'filename="' + name + b'"')
    return client.generic("POST", place.address, body, MULTIPART_CONTENT)


def is_refused(response):
    """Does the answer say that nothing was taken?"""
    if response.status_code >= 400:
        return True
    context = response.context or {}
    forms = [context.get("form"), *(context.get("forms") or ())]
    return any(getattr(form, "errors", None) for form in forms)


def stored(statements=None):
    """All that the database holds, to be compared; of the tables alone that ``statements`` name."""
    held = {}
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - LEFT_OUT:
            if statements is None or any(f'"{table}"' in each for each in statements):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
                held[table] = hash(tuple(sorted(map(repr, cursor.fetchall()))))
    return held


class Files:
    """The uploaded files, which no transaction puts back; not what is made of them."""

    def __init__(self):
        self.held = {path: path.read_bytes() for path in self.there()}

    def there(self):
        root = Path(settings.MEDIA_ROOT)
        made = root / "images"
        found = {path for path in root.rglob("*") if path.is_file()}
        return {path for path in found if made not in path.parents}

    def put_back(self):
        """Which have come or gone."""
        there, held = self.there(), set(self.held)
        for path in there - held:
            path.unlink()
        for path in held - there:
            path.write_bytes(self.held[path])
        return there ^ held


def what_fails(client, places, ahead=None):
    """Each place and value whose answer is none, or says that nothing was taken where something was.

    :param ahead: where the values come from; by itself :class:`~tests.bad_input.choosing.Values`.
    """
    ahead = ahead or Values()
    client.raise_request_exception = False
    failures, before, files = [], stored(), Files()
    cookies = copy.deepcopy(client.cookies)
    for place, written in undone_after_each(places):
        name, value = ahead.next(place)
        client.cookies = copy.deepcopy(cookies)
        response = ask(client, place, value)
        if response.streaming:
            # What fails in it fails while it is read.
            response.getvalue()
        changed = [*files.put_back()]
        if written and is_refused(response):
            now = stored(written)
            changed += [table for table in now if now[table] != before[table]]
        if response.status_code >= 500 or (changed and is_refused(response)):
            failures.append(f"{place}: {name}: {response.status_code} {changed}")
    return failures
