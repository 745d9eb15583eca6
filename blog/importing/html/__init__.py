"""Sanitised HTML taken apart: into pieces, and from pieces into blocks. Plain data only.

- blocks: pieces to the blocks of a post, in the shapes the importer promises.
- inline: text inside a paragraph: bold, italics, links and line breaks, and nothing else.
- links: links that cannot follow their text to where it goes.
- lists: lists as HTML of ul, ol, li and inline text, nested as they stood.
- pieces: sanitised HTML as a flat list of pieces: what the recognisers pick from.
- tables: tables as rows of plain text, every row equally long.
"""
