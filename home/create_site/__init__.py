"""Making a site: its groups and reviews, and the pages that every site has.

- fill_translation: fills in a translation from a text that stands beside its original, piece by
  piece.
- glossary: the terms with which the glossary of the network begins.
- groups: the three groups, what each may do where, and the reviews in which they decide.
- make_site: makes a site: both trees, the groups, and the reviews they decide in. Safe to run
  again.
- skeleton: the pages that every site has, in both languages, with texts to start from.
"""
