"""Commands of the site.

- create_site: makes both language trees, the groups and the reviews, and says what is missing.
- setup: asks for what a new site needs, makes it, and says what is left.
- load_demo: loads the demo site, published only through submit and approve. Safe to run again.
- update_index: Wagtail's, and after it the index of the readers' search.
"""
