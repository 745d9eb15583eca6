"""Word documents: opened, tidied, read, and compared with what was read.

- converting: a Word document to HTML, with its images and what HTML cannot show of it.
- extras: what stands in a Word document beside its text: page headers, comments, changes.
- headings: headings by their level in the document's outline: their styles have a name in any
  language.
- losses: what stands in a Word document and did not come out of it: it is told, never silent.
- package: opens the zip file that a .docx is, within limits and without macros or entities.
- parts: the parts of a Word document, by what they are: programs on the web give them other
  names.
- tidying: a Word document's XML put into what mammoth reads; what stands in it and is no text is
  left out.
"""
