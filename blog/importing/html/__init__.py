"""Sanitised HTML taken apart: into pieces, and from pieces into blocks. Plain data only.

- blocks: from pieces to the blocks of a post, in the shapes that the importer promises.
- inline: text inside a paragraph: bold, italics, links and line breaks, and nothing else.
- links: links that are lost where their text stands without HTML.
- lists: lists as HTML of ul, ol, li and inline text, nested as they stood.
- pieces: sanitised HTML as a flat list of pieces, from which the recognisers take theirs.
- tables: tables as rows of plain text, every row equally long.
"""
