"""The form by which a document is uploaded."""

from django.db import transaction
from wagtail.documents.forms import BaseDocumentForm

from kdsite.admin.reviewed_files import ReviewedFileForm
from kdsite.documents.content import check_content


class SiteDocumentForm(ReviewedFileForm, BaseDocumentForm):
    def clean_file(self):
        """A file that is brought is what its name says."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_content(file)
        return file

    def save(self, commit=True):
        """The file that was there before is deleted once the new one is saved: Wagtail's form
        deletes it first, even where the new one is refused."""
        old, self.original_file = self.original_file, None
        document = super().save(commit)
        if commit and old and "file" in self.changed_data:
            transaction.on_commit(lambda: old.storage.delete(old.name))
        return document
