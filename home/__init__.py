"""The front page, plain pages, the accessibility statement, search, making a site, and the demo.

- apps: the front page, plain pages, the accessibility statement, and what makes a site.
- create_site: making a site: its groups and reviews, and the pages that every site has.
- demo_site: the demo: made by the steps that people take, with invented people.
- forms: the edit form of the accessibility statement.
- guide: a guide for whoever works on the site, a page for each role.
- machine_urls: addresses of the whole site that machines ask for; the project includes them.
- management: commands of the site.
- models: the tables: the front page, plain pages, the accessibility statement, the index of
  search.
- reminders: the editors are reminded to review the accessibility statement, a month before a
  year is full.
- search: search for readers: what is indexed, how it is found, and how it is shown.
- set_up: what a new site still needs before it is for readers.
- sitemap: every page that readers may open, with its language versions.
- urls: addresses of what is no page: each language's search under its own name only.
- wagtail_hooks: what is registered with Wagtail.
"""
