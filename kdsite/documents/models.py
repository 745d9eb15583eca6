"""The site's own document model: what Wagtail has, and room for more."""

from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

# Characters of its own folder's name.
SECRET = 16


def new_path(document, filename):
    """Where a file is stored: in a folder of its own, whose name nobody guesses.

    So no path is ever used twice, and readers download the file under its own name.
    """
    return f"documents/{get_random_string(SECRET)}/{filename}"


class SiteDocument(AbstractDocument):
    """A file that readers may download while a public page shows it."""

    file = models.FileField(_("file"), upload_to=new_path)

    admin_form_fields = Document.admin_form_fields
