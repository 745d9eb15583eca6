"""A file once it has been read: what every format has in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from blog.importing.recognised import ImageFound, LeftOut


@dataclass
class SourceText:
    """Sanitised HTML to recognise, and the raw text as it stood in the file.

    An image in `html` is `<img src="import-image:N">`, N an index into `images`.
    What reading already had to leave out or could not settle is carried along.
    """

    name: str
    kind: str
    html: str
    text: str
    images: list[ImageFound] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    decide: list[str] = field(default_factory=list)
