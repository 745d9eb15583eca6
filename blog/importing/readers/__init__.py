"""A file of any kind becomes safe HTML, or is refused in one sentence.

- decoding: bytes to text; an encoding that had to be guessed is asked about.
- docx: a Word document to HTML, with its images and what HTML cannot show of it.
- docx_extras: what stands in a Word document beside its text: page headers, comments, changes.
- docx_package: opens the zip file that a .docx is, within limits and without macros or
  entities.
- markdown: Markdown to HTML, for texts of the size of a post.
- plain_text: plain text to HTML: paragraphs at blank lines, typed lists, written-out addresses.
- read_file: a file becomes sanitised HTML, or is refused in one sentence.
- refusal: why a file is refused, in one sentence for whoever brings it.
- sanitising: HTML from anywhere becomes safe HTML; every address that is removed is reported.
- source: a file once it has been read: the same for every format.
"""
