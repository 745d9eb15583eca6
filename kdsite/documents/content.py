"""Is a document what its name says? Only its beginning and its table of contents are read."""

import zipfile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What a PDF begins with, in its first kilobyte; and how much of a text is looked at.
PDF, BEGINNING = b"%PDF-", 1024
# Of Office's files, which are zip files: what must be in them beside the list of their parts.
OFFICE = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
# Of OpenDocument, which are zip files too: what their first part says that they are.
OPEN = {"odt": b"application/vnd.oasis.opendocument.text",
        "ods": b"application/vnd.oasis.opendocument.spreadsheet"}  # fmt: skip


def check_content(file):
    """Refuse ``file`` where it is not of the kind that its name's ending says.

    :raises ValidationError: in one sentence.
    """
    ending = file.name.rpartition(".")[2].lower()
    file.seek(0)
    try:
        is_right = _is(ending, file)
    except (zipfile.BadZipFile, NotImplementedError, EOFError):
        is_right = False
    file.seek(0)
    if not is_right:
        raise ValidationError(
            _(
                "The file is not of the kind that its name says (%(ending)s): save it anew from "
                "the program that it was made in, or choose another one."
            )
            % {"ending": f".{ending}"}
        )


def _is(ending, file):
    if ending in OFFICE:
        with zipfile.ZipFile(file) as parts:
            names = parts.namelist()
        return "[Content_Types].xml" in names and any(
            name.startswith(OFFICE[ending]) for name in names
        )
    if ending in OPEN:
        with zipfile.ZipFile(file) as parts:
            if "mimetype" not in parts.namelist():
                return False
            with parts.open("mimetype") as said:
                return said.read(BEGINNING).strip() == OPEN[ending]
    beginning = file.read(BEGINNING)
    if ending == "pdf":
        return PDF in beginning
    # Text: nothing tells one from another; what is no text at all has zeros in it, unless it is
    # text of two bytes a character.
    return b"\0" not in beginning or beginning[:2] in (b"\xff\xfe", b"\xfe\xff")
