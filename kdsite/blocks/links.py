"""Where links in formatted text lead."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler


class PublicPageLinkHandler(PageLinkHandler):
    """To a page that is public. While it is not, its words stand without a link: the address of a draft
    is its writer's alone, and leads readers nowhere."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [
            f'<a href="{escape(target.url)}">'
            if page and (target := page.localized).live
            else "<a>"
            for page in cls.get_many(attrs_list)
        ]
