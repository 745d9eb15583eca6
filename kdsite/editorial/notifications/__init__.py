"""Who must act is told, once, in their language.

- comments: the comments beside a text: whom they concern, by mail in the place of Wagtail's own,
  and on their front page.
- account_changes: what changes who may do what, or who is who: superusers, groups, names, addresses,
  closed accounts.
- announcements: telling all editors at once of such changes.
- comments: mail about the comments beside a text, in the place of Wagtail's own.
- deleted_pages: whose page somebody else has deleted is told at once, and gets the text.
- digest: one mail a day for those who chose it: what happened since the last one.
- group_rights: what the members of a group may do: told where Wagtail's form has saved it.
- letters: mails as plain text: short, in one language, with one link.
- mail_queue: all mail of the site: written to the database with what it tells about, sent
  later.
- notify: telling people what they can act on: one event, one mail, in their own language.
- recipients: who can act: the people that a mail goes to.
- release_events: what is told of a release: that it went out, that it failed, and that something
  of it is not done.
- release_countdown: what a release still lacks: told to the editors before its time, and when
  it has come.
- reminders: what the calendar expects of people: each reminder once, to those who can act.
- review_events: which steps of the editorial work are told, and to whom, as they happen.
- site_changes: what changes where the site's addresses lead, and which groups decide.
"""
