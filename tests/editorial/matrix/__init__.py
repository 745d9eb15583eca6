"""Who may ask what of a page in which state: every address by every role, as one table.

- states: a post in each state, and a translation in each.
- asking: what an answer says: allowed, refused, not there.
- fixes: what Wagtail has published as mended, and where that is in the table.
- matrix.txt: the table, to be read by a person.
"""
