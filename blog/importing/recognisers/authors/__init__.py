"""Who wrote it: from a line of text to names, titles and organisations.

- bylines: who wrote it: one line of text to names, titles and organisations.
- labelled_authors: bylines that a label announces: Kirjoittaja, Kirjoittajat, Skribent, Text.
- labels: the words writers put before a part of the text, and where such a line begins.
- names: told by shape: the names of people, and what stands after them.
- unlabelled_authors: bylines and dates without a label: above the title, below it, or at the
  end.
"""
