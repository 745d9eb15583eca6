"""Another address of one's own account counts once its mailbox has confirmed it.

Not by allauth's addresses: they are rows of another table, and know no mailboxes. Here an account
has one address, in its own row.

- own_settings: one's own settings in Wagtail, in which the address asks for the password.
- services: asking, and confirming by the link in the new mailbox.
- urls: the address of that link.
- views: the screen that confirms.
"""
