"""The table in which a page is translated: original and translation side by side, one row a string.

- claims: who translates what, said to the others of the team.
- glossary: terms of the glossary in a text, in whatever form they stand there; and those that a
  translation renders otherwise.
- language_advice: what may be better in the language of a translation, beside its rows.
- like_wordings: how strings like this one were translated before: only what is approved, and public.
- places: where a string or a value of an original stands: what people call the place, and how it
  looks there.
- rows: the rows of the table, in the order of the page.
- waived_links: a link of the original that a translation does without: waved off by somebody, or
  not.
- writing: what somebody writes for one string is stored, with the marks alone that it may have; what
  says the same in any language is filled in.
"""
