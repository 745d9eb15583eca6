"""What machines read of a page.

- conditional_get: whether anything public has changed: if not, feeds and the sitemap answer
  304.
- descriptions: words about pages, for templates and for machines.
- linked_data: what a page says about itself to machines, in the words of schema.org (JSON-LD).
- portable_html: our HTML as another program can show it: no script, no frame, every address in
  full.
"""
