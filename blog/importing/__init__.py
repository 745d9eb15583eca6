"""A writer's file becomes the parts of a post: read it, then recognise its parts.

- heic: pictures of telephones, which no browser shows, as JPEG.
- html: sanitised HTML taken apart: into pieces, and from pieces into blocks. Plain data only.
- images: keeps the pictures of a file, and says which could not be kept.
- pipeline: from sanitised HTML to the parts of a post, one recogniser after the other.
- readers: a file of any kind becomes safe HTML, or is refused in one sentence.
- recognised: what the importer hands over: plain data, no models and no database.
- recognisers: what the parts of a text are: each recogniser takes what is its own and leaves
  the rest.
- report: collects what a person has to know while a text is being recognised.
"""

from blog.importing.html.inline import links_of, text_of
from blog.importing.pipeline import recognise
from blog.importing.readers.read_file import read_file
from blog.importing.readers.refusal import ImportRefused
from blog.importing.readers.source import SourceText
from blog.importing.recognised import Byline, Choice, ImageFound, LeftOut, Recognised

__all__ = [
    "Byline",
    "Choice",
    "ImageFound",
    "ImportRefused",
    "LeftOut",
    "Recognised",
    "SourceText",
    "links_of",
    "read_file",
    "recognise",
    "text_of",
]
