"""Making an older version of a page the newest again."""

from wagtail.admin.views.pages.revisions import RevisionsRevertView

from kdsite.editorial.admin.pages.edit import SafeEditView


class SafeRevertView(SafeEditView, RevisionsRevertView):
    """As any save in the page editor: one at a time, and in a review a correction by the button."""
