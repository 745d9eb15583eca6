"""What the parts of a text are: each recogniser takes what is its own and leaves the rest.

- authors: who wrote it: from a line of text to names, titles and organisations.
- credits: the authors and the date of a text, collected line by line.
- dates: finds dates as they are written in Finland, and lines that hold only a date.
- doubts: what only a person can say of a text: asked about, and done where yes or no is enough.
- headings: finds headings that are not marked as such, and gives all headings levels without a
  gap.
- labels: the labels that writers put before a part of a text: Kirjoittaja, Ingress, Kysymys.
- leads: takes the lead: only where the file has a label for one, or somebody said that the
  subtitle is one; none is made up.
- page_footers: leaves out what a web page shows below every post, if it was copied with the
  text.
- questions: takes the question of the post: only where a label says that it is one.
- quotes: finds quotations: paragraphs that stand in quotation marks.
- shapes: tells by length and last mark whether a paragraph is a line of its own or running
  text.
- titles: takes the title: the first heading of level one, or the line that the text begins
  with.
- typed_lists: finds lists that were typed: lines that begin with a mark or count from one.
"""
