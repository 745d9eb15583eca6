"""Links that are lost where their text stands without HTML."""

from django.utils.translation import gettext as _


def report_lost_links(piece, report):
    """Tell the addresses of a piece that becomes plain text: a title, a heading, a quotation.

    An address that is its own text is not lost.
    """
    for text, address in piece.links:
        if address != text:
            report.leave_out_address(
                address,
                _(
                    "The link behind “%(text)s” was removed: there can be no link in that place."
                ),
                text=text,
            )
