"""The form by which a picture is uploaded."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from kdsite.admin.reviewed_files import ReviewedFileForm
from kdsite.images.metadata import BROKEN, without_metadata


class WholePictureField(WagtailImageField):
    """Refuses a file that begins as a picture and breaks off, where Wagtail's field fails
    (measured on 8.0.1)."""

    def to_python(self, data):
        try:
            file = super().to_python(data)
            return file and without_metadata(file)
        except BROKEN as error:
            raise ValidationError(
                _("The picture is broken: save it anew, or choose another one.")
            ) from error


class SiteImageForm(ReviewedFileForm, BaseImageForm):
    def __init__(self, *args, **kwargs):
        """Make the field for each form, so that its messages are in the person's language."""
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            self.fields["file"] = WholePictureField(
                label=file.label,
                required=file.required,
                widget=file.widget,
                disabled=file.disabled,
            )
