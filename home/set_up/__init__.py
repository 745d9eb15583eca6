"""What a new site still needs before it is for readers.

- checklist: the points, each done or not, read from the site itself.
- people: the first accounts of a site.
- test_mail: a mail that says nothing but that it came.
- screens: the list in the admin, and a panel that leads there until all is done.
"""
