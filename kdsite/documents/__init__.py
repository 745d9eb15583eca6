"""The document model.

- models: the site's own document model: what Wagtail has, and room for more.
"""
