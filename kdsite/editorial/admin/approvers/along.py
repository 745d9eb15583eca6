"""What goes out with a page, as whoever decides on both sees it: what is other than what they saw."""

from dataclasses import dataclass

from wagtail.models import Page

from kdsite.editorial.admin.approvers.basis import Basis
from kdsite.editorial.admin.approvers.beside_the_page import Beside, beside
from kdsite.editorial.admin.version_differences import differences


@dataclass
class Along:
    """One page that goes along. ``stays``: it stays in review when the other is approved; ``basis``: what
    it is compared with; ``differences``: see :func:`.differences`; ``beside``: see :class:`.Beside`.
    """

    page: Page
    stays: bool
    basis: Basis
    differences: list | None
    beside: Beside

    @property
    def is_new(self):
        """Has whoever looks not seen any version of it?"""
        return self.basis.version is None

    @property
    def is_other(self):
        """Is there something to read: is it new, or other than what they saw?"""
        changed = self.differences or self.beside.has_changes or self.beside.links
        return bool(self.is_new or changed)


def along(page, basis, request, stays=False):
    """The :class:`Along` of the newest version of ``page``."""
    before = basis.version
    draft = before
    if not basis.is_newest:
        draft = page.with_content_json(page.get_latest_revision().content)
    return Along(
        page, stays, basis, differences(before, draft, request), beside(draft, before)
    )
