"""Links that cannot follow their text to where it goes."""

from __future__ import annotations

from django.utils.translation import gettext as _

from blog.importing.html.inline import links_of
from blog.importing.html.pieces import Piece
from blog.importing.report import Report, shown


def report_lost_links(piece: Piece, report: Report) -> None:
    """For a piece that becomes text without HTML: a title, a heading, a quotation."""
    for text, address in links_of(piece.html):
        if address != text:
            report.leave_out(
                shown(address),
                _(
                    "The link behind “%(text)s” was removed: there can be no link in that place."
                )
                % {"text": shown(text)},
            )
