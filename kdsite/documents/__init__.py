"""The document model.

- content: is a document what its name says?
- forms: the form by which a document is uploaded.
- models: the site's own document model: what Wagtail has, and room for more.
"""
