"""The log-in: who one is, and how one proves it.

django-allauth does the work; the site's addresses, words and rules are here. Only what
:mod:`.urls` lists can be reached of it.

- adapter: what allauth asks the site: limits, words, mails, where to go next.
- events: what follows when somebody logs in, fails to, or changes how they do.
- factor_secrets: secrets of second factors stand in the database under a key that does not.
- forms: its forms, in our words.
- kept_form: a session that ends while somebody writes loses no text.
- limits: how often something may be tried; whoever is shut out by it is told by mail.
- mails: mails about an account, in the language of its owner.
- middleware: without the second factor that it needs an account reaches only where one is set
  up or shown.
- organisation: the log-in of an organisation (OpenID Connect), where settings name one.
- second_factor: who needs a second factor, and whether a session was opened with one.
- urls: the addresses of the log-in, and those of Wagtail's that lead there.
- views: allauth's screens that say something more here.
"""
