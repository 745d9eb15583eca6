"""Atom with several authors and the whole text; Django's has one author and a summary."""

from django.utils.feedgenerator import Atom1Feed


class FullTextAtom(Atom1Feed):
    """Takes ``updated`` for the feed; for each entry ``authors`` (dicts with ``name`` and ``uri``),
    ``summary`` (plain text) and ``content`` (HTML)."""

    def latest_post_date(self):
        """Of an entry, or of the page where there is none: never the moment of asking."""
        dates = [item["updateddate"] for item in self.items if item["updateddate"]]
        return max([*dates, self.feed["updated"]])

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["summary"]:
            handler.addQuickElement("summary", item["summary"])
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author["name"])
            if author["uri"]:
                handler.addQuickElement("uri", author["uri"])
            handler.endElement("author")
        handler.addQuickElement("content", item["content"], {"type": "html"})
