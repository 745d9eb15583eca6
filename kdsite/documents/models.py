"""The site's own document model: what Wagtail has, and room for more."""

from wagtail.documents.models import AbstractDocument, Document


class SiteDocument(AbstractDocument):
    """A file that readers may download while a public page shows it."""

    admin_form_fields = Document.admin_form_fields
