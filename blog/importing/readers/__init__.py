"""A file of any kind becomes safe HTML, or is refused in one sentence.

- decoding: bytes to text; an encoding that had to be guessed is asked about.
- docx: Word documents: opened, tidied, read, and compared with what was read.
- markdown: Markdown to HTML, for texts of the size of a post.
- odt: OpenDocument texts, as LibreOffice and Google Docs write them.
- plain_text: plain text to HTML: paragraphs at blank lines, typed lists, written-out addresses.
- read_file: a file becomes sanitised HTML, or is refused in one sentence.
- refusal: why a file is refused, in one sentence for whoever brings it.
- sanitising: HTML from anywhere becomes safe HTML; every address that is removed is reported.
- source: a file once it has been read: the same for every format.
- xml_tags: tags of XML by their names alone: a document's namespaces have more than one spelling.
- zip_package: opens the zip file that a document is, within limits and without entities.
"""
