"""A title is seen whole while it is written, however narrow the screen."""

import re

from wagtail.admin.widgets import AdminAutoHeightTextInput


class TitleInput(AdminAutoHeightTextInput):
    """Grows over as many lines as the title needs; what is sent is one line."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value and re.sub(r"[\r\n]+", " ", value)
