"""The log-in: who one is, and how one proves it.

django-allauth does the work; the site's addresses, words and rules are here. Only what
:mod:`.urls` lists can be reached of it.

- adapter: what allauth asks the site: limits, words, mails, where to go next.
- forms: its forms, in our words.
- mails: mails about an account, in the language of its owner.
- urls: the addresses of the log-in, and those of Wagtail's that lead there.
"""
