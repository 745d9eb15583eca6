"""Commands of the site.

- create_site: makes both language trees, the groups and the reviews, and says what is missing.
- load_demo: loads the demo site, published only through submit and approve. Safe to run again.
- update_index: Wagtail's, and after it the index of the readers' search.
"""
