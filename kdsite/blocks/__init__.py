"""The blocks of a page's body.

- links: where links in formatted text lead: to public pages only.
- players: content of other sites that a reader can open in the page: known players only.
- editor: which blocks the editor offers.
- story: the building blocks of a page's body, each with a preview and a description.
- surface: one surface to write on: running text with its headings, lists and quotations in one
  block.
"""
