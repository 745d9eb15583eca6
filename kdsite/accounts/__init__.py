"""The account model, and how people log in.

- admin: Wagtail's screens of accounts, with our words; deleting means closing.
- apps: the account model.
- entering: into the site, after an invitation was accepted.
- groups_admin: Wagtail's form of groups, which tells the editors what it has changed.
- invitations: somebody is invited to an account, and comes in by a personal link.
- login: logging in with the e-mail address; a forgotten password in one's language.
- log_actions: what is done to an account, as the history calls it.
- login: the log-in: who one is, and how one proves it.
- lost_factor: a second factor that is lost is taken off by two.
- management: commands about accounts.
- models: who logs in: an account whose name is its e-mail address.
- own_address: another address of one's own account counts once its mailbox has confirmed it.
- passwords: passwords that others guess first.
- session_era: logging an account out everywhere.
- wagtail_hooks: the log-in among one's own settings in Wagtail.
- wagtail_users: Wagtail's accounts app with our views.
"""
