"""What readers or machines get and the page does not show, and where its links lead."""

from dataclasses import dataclass
from itertools import groupby

from wagtail.models import Page

from kdsite.editorial.publishing import targets, unseen


@dataclass
class Beside:
    """One page: its unseen words, ``[(of, rows)]``, and its links that are new or lead elsewhere.

    ``before`` is the version that it is compared with, or ``None``.
    """

    page: Page
    groups: list
    links: list[targets.Change]
    before: Page | None = None

    @property
    def has_changes(self):
        """Is a word another than it was? Links say so for themselves."""
        return any(row.before for _of, rows in self.groups for row in rows)


def beside(version, before=None):
    """The :class:`Beside` of ``version``, against ``before`` where there is an older one."""
    words = list(version.unseen_words())
    old = list(before.unseen_words()) if before else None
    rows = sorted(unseen.compare(words, old), key=_order(words))
    groups = [
        (of, list(each)) for of, each in groupby(rows, key=lambda row: row.word.of)
    ]
    was = before.leads_to() if before else ()
    links = targets.changed_links(
        version.leads_to(), was, version.locale, version.companions()
    )
    return Beside(version, groups, links, before)


def _order(words):
    """What belongs to one thing stands together, in the order of the page; what is gone is last."""
    found = list(dict.fromkeys(word.of for word in words))
    return lambda row: found.index(row.word.of) if row.word.of in found else len(found)
