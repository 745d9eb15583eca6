"""A draft for somebody without an account, and the calendar for somebody's calendar program.

- answers: what the holder of a private link answers: kept with the page, told to those who
  asked.
- calendar_address: the private address at which somebody's calendar program reads the calendar.
- calendar_file: the calendar as a calendar program reads it.
- calendar_view: what a calendar program gets at somebody's private address.
- from_account: what a named author with an account answers on the review: what others answer by a
  private link.
- links: private links to a draft: made by an editor, opened by whoever has the mail, until
  revoked.
- mail: the mails about private links: the link itself, that it was sent, and what was answered.
- reader_views: what the holder of a private link meets: the newest version as readers will see
  it, and an answer. No cookie, no log-in, nothing that a search engine or another site could
  keep.
- urls: addresses that open something without a log-in; the project includes them.
"""
