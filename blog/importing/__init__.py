"""A writer's file becomes the parts of a post: read it, recognise it, show what was found."""

from .reading import read_file
from .recognised import Byline, ImageFound, LeftOut, Recognised
from .recognising import recognise
from .refusal import ImportRefused
from .source import SourceText

__all__ = [
    "Byline",
    "ImageFound",
    "ImportRefused",
    "LeftOut",
    "Recognised",
    "SourceText",
    "read_file",
    "recognise",
]
