"""Choosers of Wagtail's start without a script inside the page, which the policy of the admin
(:mod:`kdsite.settings.headers`) lets none be; can go when Wagtail's do."""

import re
from functools import wraps

from wagtail.admin.widgets import BaseChooser

SCRIPT = re.compile(r"<script>(?:new )?(\w+)\((.*)\);</script>$", re.DOTALL)
DATA = r'<script type="application/json" data-start="\1">[\2]</script>'


def start_from_data():
    """Let every chooser say as data what ``admin_start.js`` starts; called once."""
    of_wagtail = BaseChooser.render

    @wraps(of_wagtail)
    def render(self, *args, **kwargs):
        html = of_wagtail(self, *args, **kwargs)
        return type(html)(SCRIPT.sub(DATA, html))

    BaseChooser.render = render
