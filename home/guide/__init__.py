"""A guide for whoever works on the site: a page for each of four roles, in both languages, with pictures of
the screens.

- menu: the guide in the help menu, in the place of Wagtail's own, which speaks English.
- views: the guide's pages.
"""
