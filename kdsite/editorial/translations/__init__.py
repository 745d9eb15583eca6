"""wagtail-localize inside moderation.

- comparison: a translation beside the change of its original: which strings, and how they read
  today.
- outdated_decisions: what an editor says of an outdated translation: it does not matter, or
  readers should know.
- translating: wagtail-localize inside moderation: translating never publishes and never writes
  a public row.
"""
