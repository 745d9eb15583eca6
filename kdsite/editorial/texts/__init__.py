"""A page as strings: what changed, and which translations are outdated.

- fingerprints: is a translation current? Its original's strings say so; dates give false
  alarms.
- how_much: how much one version of a text differs from another, in numbers that people
  understand.
- outdated: which translations are outdated: made from other words of the original than those
  approved now.
- string_changes: what differs between two versions of an original's strings, with their present
  translation.
- translation_strings: the strings of a translation: what is missing, and what changed since a
  moment.
"""
