"""Commands of the editorial work.

- publish_due: publishes everything approved whose time has come; made to be run every minute.
- release_copy: says that a copy of the site is the site from now on: it publishes and sends again.
- scheduler: publishes and sends mail when it is time, until it is told to end or its parent has
  ended.
"""
