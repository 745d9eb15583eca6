"""What the importer hands over: plain data, no models and no database."""

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Byline:
    """One author as the file names them; nothing is looked up or completed."""

    name: str
    given_name: str
    family_name: str
    title: str | None = None
    organisation: str | None = None


@dataclass(frozen=True)
class LeftOut:
    """Something that stood in the file and is not in the post, and why."""

    text: str
    why: str


@dataclass(frozen=True)
class Choice:
    """A question that yes or no answers, and what was done as long as nobody has answered.

    ``kind`` says what is done, ``text`` what it is about.
    """

    question: str
    kind: str
    text: str = ""
    taken: bool = False

    @property
    def key(self):
        """By which :func:`recognise` knows its answer."""
        return self.kind, self.text


@dataclass(frozen=True)
class ImageFound:
    """A picture that came inside the file; ``usable`` is false where somebody found it broken."""

    name: str
    content_type: str
    data: bytes = field(repr=False)
    alt: str = ""
    decorative: bool = False
    usable: bool = True


@dataclass
class Recognised:
    """The text of a post. Every paragraph of the file that is not blank is in one of its parts.

    ``left_out`` holds what is not in the post, ``decide`` the questions that only a person can
    answer; those that yes or no answers are in ``choices``, too.
    """

    title: str = ""
    lead: str = ""
    authors: list[Byline] = field(default_factory=list)
    date: datetime.date | None = None
    blocks: list[dict] = field(default_factory=list)
    question: str | None = None
    left_out: list[LeftOut] = field(default_factory=list)
    decide: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    images: list[ImageFound] = field(default_factory=list)

    @property
    def headings(self):
        """The texts of the headings, in order."""
        return [
            block["value"]["text"]
            for block in self.blocks
            if block["type"] == "heading"
        ]
