"""Who wrote it: from a line of text to names, titles and organisations.

- labelled_authors: takes bylines with a label: Kirjoittaja, Kirjoittajat, Skribent, Text.
- names: tells by their form the names of people, their titles and organisations.
- split_byline: reads one line of text as names, titles and organisations.
- unlabelled_authors: takes bylines and dates without a label: above the title, below it, or at
  the end.
"""
