"""The form of a picture or a document says before one types what a reviewed text holds fast."""

from django.utils.translation import gettext as _

from kdsite.editorial.publishing import protected_files


class ReviewedFileForm:
    """Mixed into a form of files: what reviewers and readers rely on cannot be typed into. Where that
    came to be while somebody typed, nothing is saved, and the form says so with all that they typed.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fixed = []
        if self.instance.pk is None or not protected_files.is_relied_on(self.instance):
            return
        self.fixed = [name for name in protected_files.SHOWN if name in self.fields]
        for name in self.fixed:
            self.fields[name].disabled = not self._came(name)
        # Beside the first field; Wagtail's form has read its help already.
        self.visible_fields()[0].help_text = self._sentence()

    def _came(self, name):
        widget = self.fields[name].widget
        return self.is_bound and not widget.value_omitted_from_data(
            self.data, self.files, self.add_prefix(name)
        )

    def _sentence(self):
        if hasattr(self.instance, "focal_point_x"):
            return _(
                "A reviewed text shows this picture: the file, its words and its focal point stay as "
                "they are. To change them, upload it as a new picture and put that into the text in its "
                "place."
            )
        return _(
            "A reviewed text leads to this document: the file and its title stay as they are. To change "
            "them, upload it as a new document and put that into the text in its place."
        )

    def clean(self):
        cleaned = super().clean()
        for name in self.fixed:
            if name in self.changed_data:
                cleaned.pop(name, None)
                self.add_error(None if self[name].is_hidden else name, self._sentence())
        return cleaned
