"""wagtail-localize inside moderation.

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
- sending: a translation is sent for review, or a correction of it is saved: only where nothing is
  left to do.
- table: the table in which a page is translated: its rows, and what is said beside them.
- translating: wagtail-localize inside moderation: translating never publishes and never writes
  a public row.
- wordings_carried_over: what was written for an original that has changed stays with its words where
  they stand elsewhere now, and is kept beside the words in their place where they are others.
"""
