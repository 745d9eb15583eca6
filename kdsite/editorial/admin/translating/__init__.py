"""The table in which a page is translated: original and translation side by side, one row a string; in the
place of wagtail-localize's editor.

- claims: who translates this; taken and left by a button.
- glossary: the glossary of the network, as the language team and the editors edit it.
- hints: how strings like this one were translated before, fetched when a cell is entered.
- links: a link of the original is waved off, or asked for again.
- read_table: the table as whoever decides on a translation reads it: what is missing or said otherwise
  is marked.
- saved_rows: what the table gets back when a row was saved, or could not be.
- screen: the table itself, opened where a translation is edited.
- state: where a translation stands, and what a person may do with it.
- urls: their addresses.
- value_fields: how a picture, a page, a file or an address is chosen.
"""
