"""A file once it has been read: the same for every format."""

from dataclasses import dataclass, field

from blog.importing.recognised import ImageFound, LeftOut


@dataclass
class SourceText:
    """Sanitised HTML to recognise, and the text as it stood in the file.

    ``kind`` is docx, odt, txt, md or html. An image in ``html`` is ``<img src="import-image:N">``,
    where N is an index of ``images``. ``left_out`` and ``decide`` hold what reading had to leave
    out or to ask.
    """

    name: str
    kind: str
    html: str
    text: str
    images: list[ImageFound] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    decide: list[str] = field(default_factory=list)
