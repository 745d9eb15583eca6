"""The strings of a translation: in the place of wagtail-localize's views, which let the later of two
translators win.

- earlier: what the translation said before, and a button to take it back.
- saving: a string, another picture or a PO file is saved, unless somebody else was quicker.
- seen: what the table has loaded of a string stands in the address to which it saves.
- urls: their addresses, and one of ours beside them.
"""
