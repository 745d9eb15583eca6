"""What the parts of a text are: each recogniser takes what is its own and leaves the rest.

- authors: who wrote it: from a line of text to names, titles and organisations.
- credits: the authors and the date of a text, collected line by line.
- dates: finds dates as they are written in Finland, and lines that hold only a date.
- headings: finds headings that are not marked as such, and gives all headings levels without a
  gap.
- labels: the labels that writers put before a part of a text: Kirjoittaja, Ingress, Kysymys.
- languages: asks where a text does not seem to be in its language.
- leads: takes the lead: only where the file has a label for one, because none is made up.
- line_breaks: asks about line breaks that a program may have made and not the writer.
- page_footers: leaves out what a web page shows below every post, if it was copied with the
  text.
- questions: takes the question of the post: only where a label says that it is one.
- quotes: finds quotations: paragraphs that stand in quotation marks.
- shapes: tells by length and last mark whether a paragraph is a line of its own or running
  text.
- titles: takes the title: the first heading of level one, or the line that the text begins
  with.
- typography: asks about hyphens and letters that print, typewriters or wrong encodings left in
  a text.
"""
