"""The form by which a document is uploaded."""

from wagtail.documents.forms import BaseDocumentForm

from kdsite.documents.content import check_content


class SiteDocumentForm(BaseDocumentForm):
    def clean_file(self):
        """A file that is brought is what its name says."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_content(file)
        return file
