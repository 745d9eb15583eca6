"""A page as strings: what changed, and which translations are outdated.

- fingerprints: is a translation current? What it follows of its original says so; dates give
  false alarms.
- how_much: how much one version of a text differs from another, in numbers that people
  understand.
- left_to_do: what is left to do of a translation: strings and words to translate, links of the
  original to put.
- marked_words: which words of two versions of a text differ: beside each other, or in one.
- marks: the marks in a string (bold, italics, links, breaks): shown without a tag, read back, and
  missed.
- outdated: which translations are outdated: made from another text of the original than the
  one approved now.
- string_changes: what differs between two versions of an original's strings, with their present
  translation.
- taken_over: what a translation takes over from its original as it stands: people, pictures,
  links, days.
- translation_strings: the strings of a translation: what they say, and what changed since a
  moment.
"""
