"""An editor invites somebody to write, and the guest comes in by a personal link.

- accept_views: the page behind a guest's personal link, which leads on to the draft.
- admin_views: the editors' screens: whom we have invited, a new invitation, a new link.
- brief: what a guest is asked for: theme, length, dates, the question, an example to read.
- forms: what an editor fills in to invite somebody, and to send the link elsewhere.
- guest_setup: what an invited writer gets: an account, a profile, and a draft in the calendar.
- mail: the mails of an invitation, each in the language of the person who gets it.
- services: an editor invites somebody to write; nobody gets a second account by it.
- start_draft: a writer who is planned for a slot starts its text.
- to_do: invitations that nobody has opened, for the editors' front page.
- urls: the addresses of personal links; the project includes them.
"""
