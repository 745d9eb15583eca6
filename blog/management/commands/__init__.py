"""Commands of the blog.

- import_post: a file becomes a draft post; prints what was recognised and what was left out.
"""
