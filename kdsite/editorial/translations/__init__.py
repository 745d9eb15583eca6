"""wagtail-localize inside moderation.

- claims: who translates what, said to the others of the team.
- comparison: a translation beside the change of its original: which strings, and how they read
  today.
- earlier_wordings: what a translation said before: kept whenever a string is written otherwise, and
  fetched back; and its strings, where its page is deleted, for one that is begun anew.
- outdated_decisions: what an editor says of an outdated translation: it does not matter, or
  readers should know.
- overridden: what a translation shows in the place of what its original does: it exists, its writer
  may choose it, and its links lead somewhere.
- overtaken: two translators at one string: the later one is told what the other wrote.
- po_files: a PO file brought back: what somebody else has written since it was made is not
  overwritten.
- places: where a string or a value of an original stands: what people call the place, and how it
  looks there.
- rows: the rows of the table in which a page is translated, in the order of the page.
- sending: a translation is sent for review, or a correction of it is saved: only where nothing is
  left to do.
- translating: wagtail-localize inside moderation: translating never publishes and never writes
  a public row.
- waived_links: a link of the original that a translation does without: waved off by somebody, or
  not.
- wordings_carried_over: what was written for an original that has changed stays with its words where
  they stand elsewhere now, and is kept beside the words in their place where they are others.
- writing: what somebody writes for one string is stored, with the marks alone that it may have; what
  says the same in any language is filled in.
"""
