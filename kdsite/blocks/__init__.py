"""The blocks of a page's body.

- links: where links in formatted text lead: to public pages only.
- players: content of other sites that a reader can open in the page: known players only.
- story: the building blocks of a page's body, each with a preview and a description.
"""
