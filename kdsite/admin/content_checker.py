"""Wagtail's content checker with the rules that the law asks for, in plain words.

It reads the preview beside the editor while somebody writes. It keeps no page from being sent:
``check_before_review`` of each type of page does.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

WORDS = _("Write words that say what it is, also to those who only hear them.")


def _message(name, help_text=WORDS):
    return {"error_name": name, "help_text": help_text}


MESSAGES = {
    "image-alt": _message(
        _("A picture has no alternative text"),
        _("Write what the picture shows, or mark it as decoration."),
    ),
    "alt-text-quality": _message(
        _("An alternative text looks like the name of a file"),
        _("Write what the picture shows, in a few words."),
    ),
    "empty-heading": _message(_("A heading is empty")),
    "heading-order": _message(
        _("A heading level is skipped"),
        _("A heading under a heading needs a heading above it."),
    ),
    "p-as-heading": _message(
        _("A paragraph looks like a heading"), _("Make it a heading block.")
    ),
    "link-name": _message(_("A link has no words")),
    "button-name": _message(_("A button has no words")),
    "frame-title": _message(_("Content from another site has no title")),
    "empty-table-header": _message(_("A header of a table is empty")),
    "th-has-data-cells": _message(
        _("A table has headers without cells"),
        _("Say whether the first row or the first column is the header."),
    ),
    "td-has-header": _message(
        _("A table has cells without a header"),
        _("Say that the first row or the first column is the header."),
    ),
    "scope-attr-valid": _message(
        _("A table has headers without cells"),
        _("Say whether the first row or the first column is the header."),
    ),
    "table-duplicate-name": _message(
        _("The caption of a table says the same twice"),
        _("Write one caption for the table."),
    ),
}


class SiteContentChecker(ContentCheckerItem):
    """The rules of :data:`MESSAGES`, read in the text alone, not in the frame around it."""

    axe_include = ["main"]
    axe_run_only = list(MESSAGES)
    axe_messages = MESSAGES
    # One of Wagtail's own rules; its other one, on search descriptions, is not about access.
    axe_custom_rules = [
        rule
        for rule in ContentCheckerItem.axe_custom_rules
        if rule["id"] == "alt-text-quality"
    ]


def put_in_place(request, items, page):
    """Replace Wagtail's content checker by ours (hook ``construct_wagtail_userbar``)."""
    items[:] = [
        SiteContentChecker(in_editor=item.in_editor)
        if isinstance(item, ContentCheckerItem)
        else item
        for item in items
    ]
