"""The form by which a picture is uploaded."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from kdsite.images.metadata import BROKEN, without_metadata


class WholePictureField(WagtailImageField):
    """Wagtail's fails where a file begins as a picture and breaks off (measured on 8.0.1)."""

    def to_python(self, data):
        try:
            file = super().to_python(data)
            return file and without_metadata(file)
        except BROKEN as error:
            raise ValidationError(
                _("The picture is broken: save it anew, or choose another one.")
            ) from error


class SiteImageForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        """The field is made for each form: what it says of files is in the person's language."""
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            self.fields["file"] = WholePictureField(
                label=file.label, required=file.required, widget=file.widget
            )
