"""Takes the lead: only where the file has a label for one, because none is made up."""

from django.utils.translation import gettext as _

from blog.importing.html.links import report_lost_links
from blog.importing.html.pieces import paragraph
from blog.importing.recognisers.labels import LEAD

MAX_LEAD = 300


def take_lead(pieces, report):
    """The lead, and the pieces without it; one that is too long stays in the text."""
    for position, piece in enumerate(pieces):
        label = LEAD.match(piece.text) if piece.kind == "paragraph" else None
        if label is None:
            continue
        used = [piece]
        text = piece.text[label.end() :]
        following = pieces[position + 1 : position + 2]
        if not text.strip() and following and following[0].kind == "paragraph":
            used.append(following[0])
            text = following[0].text
        text = " ".join(text.split("\n")).strip()
        if not text:
            continue
        if len(text) > MAX_LEAD:
            report.ask(
                _(
                    "The lead is %(length)d characters long, the most is %(limit)d; it stayed in the text. How should it be shortened?"
                ),
                length=len(text),
                limit=MAX_LEAD,
            )
            return "", pieces
        if len(used) > 1:
            report.leave_out(piece.text, _("It is the label of the lead."))
        report_lost_links(used[-1], report)
        return text, pieces[:position] + pieces[position + len(used) :]
    return "", pieces


def take_subtitle(pieces, position, lead, report):
    """``(lead, pieces)``: a subtitle at ``position`` is a paragraph, or the lead where somebody said so."""
    if position >= len(pieces) or pieces[position].style != "subtitle":
        return lead, pieces
    subtitle = pieces[position]
    rest = [*pieces[:position], *pieces[position + 1 :]]
    if not lead and len(subtitle.text) <= MAX_LEAD:
        is_lead = report.choose(
            _("The subtitle “%(text)s” is now the first paragraph: is it the lead?"),
            "lead",
            subtitle.text,
            False,
        )
        if is_lead:
            report_lost_links(subtitle, report)
            return subtitle.text, rest
    else:
        report.ask(
            _("The subtitle “%(text)s” is now the first paragraph."), subtitle.text
        )
    rest.insert(position, paragraph(subtitle.html))
    return lead, rest
