"""A file of any kind becomes safe HTML, or is refused in one sentence.

- decoding: bytes to text; an encoding that had to be guessed is asked about.
- docx: a Word document to HTML, with its images and what HTML cannot show of it.
- docx_extras: what stands in a Word document beside its text: page headers, comments, changes.
- docx_headings: headings by their level in the document's outline: their styles have a name in
  any language.
- docx_losses: what stands in a Word document and did not come out of it: it is told, never
  silent.
- docx_package: opens the zip file that a .docx is, within limits and without macros or
  entities.
- docx_parts: the parts of a Word document, by what they are: programs on the web give them other
  names.
- docx_tidying: a Word document's XML put into what mammoth reads; what stands in it and is no
  text is left out.
- markdown: Markdown to HTML, for texts of the size of a post.
- plain_text: plain text to HTML: paragraphs at blank lines, typed lists, written-out addresses.
- read_file: a file becomes sanitised HTML, or is refused in one sentence.
- refusal: why a file is refused, in one sentence for whoever brings it.
- sanitising: HTML from anywhere becomes safe HTML; every address that is removed is reported.
- source: a file once it has been read: the same for every format.
"""
