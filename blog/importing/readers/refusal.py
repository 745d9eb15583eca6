"""Why a file is refused, in one sentence for whoever brings it."""

from django.utils.translation import gettext as _


class ImportRefused(Exception):
    """The file cannot be read; ``message`` says in one sentence what to do about it."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


def too_complicated():
    """The refusal of a file whose parts are nested too deeply or are too many."""
    return ImportRefused(
        _(
            "The file is too complicated to read: copy the text into a new document and save that."
        )
    )


def broken_document():
    """The refusal of a Word document that is damaged, or made to do harm."""
    return ImportRefused(
        _("The document is broken: open it in Word and save it again as .docx.")
    )


def has_password():
    """The refusal of a document that only its password opens."""
    return ImportRefused(
        _("The document is protected by a password: save it without one.")
    )


def has_macros():
    """The refusal of a document that holds programs."""
    return ImportRefused(
        _("The document has macros: save it as a .docx document without them.")
    )
