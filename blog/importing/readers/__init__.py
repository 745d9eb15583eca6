"""A file of any kind becomes safe HTML, or is refused in one sentence.

- decoding: bytes to text, without guessing an encoding behind anybody's back.
- docx: a Word document to HTML, with its images and what HTML cannot show of it.
- docx_extras: what stands in a Word document beside its text: page headers, comments, changes.
- docx_package: opens a .docx as the zip file it is, and trusts nothing in it.
- markdown: Markdown to HTML, for texts of the size of a post.
- plain_text: plain text to HTML: paragraphs at blank lines, typed lists, written-out addresses.
- read_file: the door of the importer: a file becomes sanitised HTML, or is refused in one
  sentence.
- refusal: the one exception of the importer that is meant for a person.
- sanitising: HTML from anywhere to HTML that is safe, with a word on every link it loses.
- source: a file once it has been read: what every format has in common.
"""
