"""What no browser sends, by name; as bytes, because some of it is no text."""

import io
import json
import zipfile

from tests.support.documents import png, simple

TEXTS = {
    "nothing": b"",
    "a space": b" ",
    "NUL": b"\x00",
    "NUL inside": b"kun\x00ta",
    "lone surrogate": b"\xed\xa0\x80",
    "no UTF-8": b"\xff\xfe\xc0\xaf",
    "right-to-left": "\u200f\u202ekunta\u202c".encode(),
    "emoji": "👩‍👩‍👧‍👦🇫🇮".encode(),
    "accents on accents": ("a" + "\u0308" * 300).encode(),
    "unseen": "\ufeff\u200b\u00ad\uffff".encode(),
    "line break": b"kunta\r\nBcc: x@example.org",
    "long": b"x" * 3_500,
    "a megabyte": b"x" * 1_000_000,
    "mark-up": b"<script>alert(1)</script>'\"--><!--",
    "template": b"{{ 7|add:7 }}{% load x %}%s%(x)s{0}",
    "SQL": b"'; DROP TABLE x; --",
    "per cent": b"%",
    "traversal": b"../../../../etc/passwd",
    "escaped traversal": b"..%2f..%2fetc%2fpasswd",
    "backslashes": b"..\\..\\\\example.org",
    "another host": b"//example.org/",
    "another site": b"https://example.org@example.net:99999/[",
    "a script's address": b"java\tscript:alert(1)",
    "zero": b"0",
    "negative": b"-1",
    "half": b"1.5",
    "exponent": b"1e9",
    "one too many": b"9223372036854775808",
    "endless number": b"9" * 5_000,
    "not a number": b"NaN",
    "infinity": b"-Infinity",
    "a digit that is none": "²".encode(),
    "digits of others": "١٢".encode(),
    "no day": b"2026-02-30",
    "the first day": b"0001-01-01",
    "the first day in Finnish": b"1.1.0001",
    "the last day": b"9999-12-31",
    "the last day in Finnish": b"31.12.9999",
    "a time that is none": b"25.99",
    "null": b"null",
    "empty list": b"[]",
    "empty object": b"{}",
    "a JSON number": b"7",
    "half a JSON": b'{"a": [',
    "a JSON surrogate": b'"\\ud800"',
    "nested": b"[" * 5_000 + b"]" * 5_000,
    "addresses": b"a@example.org, b@example.org\nc",
}

# What servers let through in an address.
IN_ADDRESSES = {name: value for name, value in TEXTS.items() if len(value) < 4_000}


def text_of(words, **entity):
    """Formatted text as the editor sends it."""
    block = {"key": "a", "text": words, "type": "unstyled", "depth": 0}
    block |= {"inlineStyleRanges": [], "entityRanges": []} | entity
    return {"blocks": [block], "entityMap": {}}


LINK = {"offset": 0, "length": 2, "key": 0}


def linked(**data):
    return text_of("abc", entityRanges=[LINK]) | {
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": data}}
    }


# For what is read as JSON.
JSON = {
    "NUL in a text": text_of("a\x00b"),
    "surrogate in a text": text_of("a\ud800b"),
    "right-to-left text": text_of("\u202eabc\u200f"),
    "no such kind of block": text_of("a", type="x"),
    "depth of 1,000": text_of("a", type="unordered-list-item", depth=1_000),
    "negative depth": text_of("a", type="unordered-list-item", depth=-1),
    "text that is none": text_of(7),
    "style from -5 to 1e9": text_of(
        "abc", inlineStyleRanges=[{"offset": -5, "length": 10**9, "style": "BOLD"}]
    ),
    "no such style": text_of(
        "abc", inlineStyleRanges=[{"offset": 0, "length": 2, "style": "X"}]
    ),
    "a link that is not there": text_of("abc", entityRanges=[LINK | {"key": 9}]),
    "a script's link": linked(url="javascript:alert(1)"),
    "a link to no page": linked(id=10**20, parentId="x"),
    "a link to an endless number": linked(id="9" * 5_000),
    "a link to no digit": linked(id="²"),
    "a link without address": linked(),
    "blocks that are none": {"blocks": 7, "entityMap": []},
    "blocks of null": {"blocks": [None], "entityMap": None},
    "no blocks": {"entityMap": {}},
    "ids twice": {"blocks": [*text_of("a")["blocks"], *text_of("b")["blocks"]], "entityMap": {}},
    "a table of numbers": {"data": 7},
    "a table of null": {"data": [[None, 1, {}], 3]},
    "a table with a surrogate": {"data": [["\ud800", "\x00"]], "table_caption": "\ud800"},
    "a table without rows": {"data": []},
    "a table of ragged rows": {"data": [["a"], ["b", "c", "d"], []]},
    "odd cells": {"data": [["a"]], "cell": [7], "mergeCells": [{"row": "x"}]},
    "a list": [1, "a", None],
    "comments": {"comments": [{"text": "\ud800", "contentpath": 7}]},
    "true": True,
    "a text with NUL": "\x00",
}  # fmt: skip
JSON = {name: json.dumps(value).encode() for name, value in JSON.items()}
JSON |= {
    "objects in objects": b'{"blocks":' * 1_000 + b"1" + b"}" * 1_000,
    "lists in lists": TEXTS["nested"],
    "half": TEXTS["half a JSON"],
    "NaN": b"NaN",
    "an endless number": b"9" * 5_000,
    "no UTF-8": b'"\xff"',
    "keys twice": b'{"blocks":[],"blocks":7,"entityMap":{}}',
}

# For headers, beside the texts above.
HEADERS = {
    "a range that ends first": b"bytes=5-1",
    "a range too far": b"bytes=99999999999999999999-",
    "a range of nothing": b"bytes=-",
    "many ranges": b"bytes=" + b",".join(b"%d-%d" % (n, n) for n in range(2_000)),
    "another unit": b"x=0-\xc2\xb2",
    "a date that is none": b"Sat, 31 Feb 2026 25:61:61 GMT",
    "a date before all": b"Mon, 01 Jan 0001 00:00:00 GMT",
    "a date after all": b"Fri, 31 Dec 9999 23:59:59 GMT",
    "half a quotation": b'"',
    "weak nothing": b"W/",
    "anything": b"*",
    "weights that are none": b"fi;q=x,sv;q=-1,*;q=,;q",
    "many languages": b",".join(b"l%d;q=0.%d" % (n, n) for n in range(2_000)),
    "cookies that are none": b'sessionid="\x80; csrftoken=%00; =; a; sessionid=../../x',
    "a host with a user": b"a:b@example.org:99999",
    "half an address of a host": b"[::1",
    "two hosts": b"localhost, example.org",
    "addresses of 300 proxies": b", ".join([b"::ffff:10.0.0.1"] * 300),
    "a kind without an end": b"multipart/form-data",
    "an unknown encoding": b"application/x-www-form-urlencoded; charset=nonesuch",
    "UTF-16": b"application/x-www-form-urlencoded; charset=utf-16",
    "UTF-7": b"text/html; charset=utf-7",
    "a form of a boundary": b"multipart/form-data; boundary=" + b"x" * 500,
    "JSON in UTF-16": b"application/json; charset=utf-16",
    "basic": b"Basic \xff",
}
HEADERS |= IN_ADDRESSES
# No server lets these through.
HEADERS = {name: value.translate(None, b"\r\n\0") for name, value in HEADERS.items()}


def part(head, content=b"x"):
    return b"--b\r\n" + head + b"\r\n\r\n" + content + b"\r\n"


FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=b"
NAMED = b'Content-Disposition: form-data; name="a"'
END = b"--b--\r\n"
# A type and a body.
BODIES = {
    "no end": (MULTIPART, part(NAMED)),
    "half a head": (MULTIPART, b"--b\r\nContent-Disposition: form-da"),
    "no boundary": ("multipart/form-data", part(NAMED) + END),
    "an empty boundary": ("multipart/form-data; boundary=", part(NAMED) + END),
    "another boundary": ("multipart/form-data; boundary=c", part(NAMED) + END),
    "a part without a name": (MULTIPART, part(b"Content-Disposition: form-data") + END),
    "a part without a head": (MULTIPART, part(b"") + END),
    "a NUL in the name": (MULTIPART, part(NAMED.replace(b"a\"", b"\0\"")) + END),
    "no UTF-8 in the name": (MULTIPART, part(NAMED.replace(b"a\"", b"\xff\"")) + END),
    "a name in an encoding that is none": (MULTIPART, part(NAMED + b"; filename*=x''%ff%") + END),
    "a file in UTF-16": (MULTIPART, part(NAMED + b"; filename*=utf-16''%ff") + END),
    "half of base64": (MULTIPART, part(NAMED + b"\r\nContent-Transfer-Encoding: base64", b"a") + END),
    "no base64": (MULTIPART, part(NAMED + b'; filename="a"\r\nContent-Transfer-Encoding: base64', b"\xff=") + END),
    "a form in a form": (MULTIPART, part(NAMED + b"\r\nContent-Type: multipart/mixed; boundary=b") + END),
    "a long head": (MULTIPART, part(NAMED + b"\r\nX: " + b"y" * 100_000) + END),
    "200 files": (MULTIPART, part(NAMED + b'; filename="a"') * 200 + END),
    "20,000 fields": (FORM, b"a=1&" * 20_000),
    "10 MB": (FORM, b"a=" + b"x" * 10_000_000),
    "10 MB of JSON": ("application/json", b"[" + b"1," * 5_000_000 + b"1]"),
    "an encoding that is none": (FORM + "; charset=nonesuch", b"a=1"),
    "UTF-16": (FORM + "; charset=utf-16", b"a=1"),
    "UTF-7": (FORM + "; charset=utf-7", b"a=+AAA-"),
    "no names": (FORM, b"=&=&&==;&%&%00=%00&%ff=%ff"),
    "objects by name": (FORM, b"a[b][]=1&__proto__[x]=1&a.b=2"),
    "JSON that is none": ("application/json", b"\xff{"),
    "XML": ("text/xml", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    "a kind that is none": ("\u00ff/;=", b"x"),
    "no kind": ("", b"a=1"),
}  # fmt: skip


def packed(name, content, times=1):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(times):
            archive.writestr(name * (number + 1), content)
    return file.getvalue()


# A name, a type and what is in the file.
FILES = {
    "empty": ("a.png", "image/png", b""),
    "empty document": ("a.pdf", "application/pdf", b""),
    "empty Word file": ("a.docx", "", b""),
    "another kind": ("a.png", "image/png", b"%PDF-1.4"),
    "half a picture": ("a.png", "image/png", png()[:40]),
    "broken picture": ("a.jpg", "image/jpeg", b"\xff\xd8\xff\xe0" + b"\x00" * 90),
    "huge picture": ("a.png", "image/png", png().replace(b"\0\0\0\1" * 2, b"\0\1\0\0" * 2, 1)),
    "picture with script": ("a.svg", "image/svg+xml", b"<svg onload='alert(1)'/>"),
    "name with traversal": ("../../a.png", "image/png", png()),
    "name with backslashes": ("..\\..\\a.docx", "", simple()),
    "name with NUL": (b"a\x00.png", "image/png", png()),
    "long name": ("a" * 300 + ".png", "image/png", png()),
    "long name of a document": ("ä" * 300 + ".txt", "text/plain", b"x"),
    "name with a surrogate": (b"a\xed\xa0\x80.png", "image/png", png()),
    "right-to-left name": ("a\u202egnp.docx", "", simple()),
    "name with a line break": ("a\r\nX: y.png", "image/png", png()),
    "name of dots": ("..", "", b"x"),
    "no ending": ("a", "", b"x"),
    "odd type": ("a.png", "x/" + "y" * 500, png()),
    "zip bomb": ("a.docx", "", packed("word/document.xml", b"<w:p/>" * 5_000_000)),
    "zip with a path": ("a.docx", "", packed("../../a.xml", b"x")),
    "half a zip": ("a.docx", "", simple()[:500]),
    "zip of 300 files": ("a.docx", "", packed("a", b"x", 300)),
    "lists in lists": ("a.md", "", b"- " * 5_000),
    "quotations": ("a.md", "", b"# o\n" + b">" * 20_000),
    "a wide cell": ("a.html", "", b"<h1>o</h1><table><tr><td colspan=" + b"9" * 5_000 + b">a</td></tr><tr><td>b</table>"),
    "tags": ("a.html", "", b"<div>" * 5_000),
    "NUL": ("a.txt", "", b"Otsikko\n\n\x00\n"),
    "surrogates": ("a.md", "", b"# \xed\xa0\x80\n\nTeksti\n"),
    "another encoding": ("a.txt", "", "Otsikko\n\nTeksti".encode("utf-16")),
    "nothing but marks": ("a.txt", "", "\u200f\u202e\n\n\u200b".encode()),
    "a table": ("a.csv", "text/csv", b"from,to\n/\x00,//example.org\n\xff,x"),
    "a table of one column": ("a.csv", "text/csv", b"a\n"),
    "a sheet": ("a.xlsx", "", packed("xl/workbook.xml", b"<x/>")),
    "translations": ("a.po", "", b'msgid "a"\nmsgstr "\xff'),
    "translations with NUL": ("a.po", "", b'msgctxt "x"\nmsgid "a"\nmsgstr "\x00"\n'),
    "11 MB": ("a.txt", "text/plain", b"x" * 11_000_000),
}  # fmt: skip
