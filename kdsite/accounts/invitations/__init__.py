"""Somebody is invited to an account, and comes in by a personal link.

- accept_views: the page behind the personal link: a greeting, a password, and in.
- personal_link: what every invitation has: a secret of which a hash is kept, and where it stands.
- staff: a superuser invites somebody who works here; nobody sets another's password.
- urls: the addresses of personal links; the project includes them.
"""
