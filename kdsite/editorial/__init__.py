"""Draft, review, publish: for any page that two people must stand behind.

A package imports only what is listed above it.

- exceptions: what the rule refuses, as one clear sentence for the person who tried.
- signals: what happens to a page, for whoever wants to tell others.
- page_kinds: is a page an original or a translation? That, not its place in the tree, says who
  decides.
- taken_down: what was public once and is no longer: since when, and why.
- locks: the locks on a page while it is in review, and while it waits for its time.
- slugs: addresses from Finnish and Swedish titles (typography.md).
- printable: names and titles hold what can be printed, in the order in which it is written.
- dates: days and times as people write them (typography.md), and how long what was sent to one
  person works.
- addresses: where in the admin something is worked on, and addresses for mails.
- reasons: why something failed, in words that a person understands.
- process_lock: work that only one process may do at a time.
- mailboxes: when two addresses may be one mailbox, and which are plain enough to be typed.
- models: the tables of the editorial work. They call nothing above them but where Wagtail calls
  a task.
- site_copy: is this the site, or a copy of it, which must not publish and not send?
- follow_ups: what follows a change: done after its commit, and tried again until it is done.
- policy: who may do what.
- publishing: the one door to the public, and what makes a page one that passes it.
- texts: a page as strings: what changed, and which translations are outdated.
- history: what was done: on the record, and in each page's history.
- review: into review, decided on, and out of it.
- releases: several pages, one moment.
- translations: wagtail-localize inside moderation.
- calendar: from the rhythm to slots; what is changed in them, and what is shown of them.
- notifications: who must act is told, once, in their language.
- private_links: a draft for somebody without an account.
- scheduling: what happens by the clock.
- admin: the editorial work in Wagtail's admin: the only package that knows a request of the
  admin.
- apps: draft, review, publish: the rule that two people stand behind every public word.
- management: commands of the editorial work.
- templatetags: what the templates of the editorial work need.
- wagtail_hooks: where the editorial work enters Wagtail's admin.
"""
