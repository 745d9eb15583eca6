"""OpenDocument texts, as LibreOffice and Google Docs write them.

- converting: an OpenDocument text to HTML, with its images and what HTML cannot show of it.
- inline: what stands in a paragraph: letters, links, notes, pictures and boxes.
- package: opens the zip file that an .odt is, within limits and without macros or entities.
- styles: what a style says of a paragraph, of letters and of a list.
"""
