"""The form by which a picture is uploaded."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class WholePictureField(WagtailImageField):
    """Wagtail's fails where a file begins as a picture and breaks off (measured on 8.0.1)."""

    widget = forms.FileInput

    def to_python(self, data):
        try:
            return super().to_python(data)
        except (OSError, SyntaxError) as error:
            raise ValidationError(
                gettext("The picture is broken: save it anew, or choose another one.")
            ) from error


class SiteImageForm(BaseImageForm):
    file = WholePictureField(label=_("File"))
