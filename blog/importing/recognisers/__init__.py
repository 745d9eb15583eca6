"""What the parts of a text are: each recogniser takes what is its own and leaves the rest.

- authors: who wrote it: from a line of text to names, titles and organisations.
- credits: who and when: what is known so far, and how a line adds to it.
- dates: dates as they are written in Finland, and the lines that hold nothing else.
- furniture: what a web page puts under every post and a copied text brings along.
- headings: headings nobody marked, and levels that do not skip.
- languages: whether a text is in the language it is said to be in.
- leads: the lead: only where the file labels one, for nobody should invent it.
- line_breaks: line breaks a program made and not the writer: asked about, for they look the
  same.
- questions: the question of the post: only where a label says that it is one.
- quotes: quotations in quotation marks that stand as a paragraph of their own.
- shapes: what a paragraph looks like: a line over the text, or the text itself.
- titles: the title: the first level-one heading, or the line the text begins with.
- typography: leftovers of a print layout and marks of a typewriter: found, offered, never
  changed.
"""
