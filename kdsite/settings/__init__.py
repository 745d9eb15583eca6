"""Settings: base holds everywhere.

- base: settings that hold everywhere. Safe for production, and without a secret.
- databases: what a URL says of a database or a cache.
- dev: for trying it out and for work on kdsite: SQLite, mail to a folder, plain static files.
- headers: what every answer says to browsers of what a page may load, and of who may load it.
- login: settings of the log-in: accounts, passwords, limits, the second factor, sessions.
- mail: settings of mail: who sends it, and how it leaves.
- media: where uploaded files are kept.
- production: for readers. Refuses to start, in one clear line, where something required is
  missing or weak.
- refusals: what a setting must be, so that production works: each function says what is wrong,
  or nothing.
- test: for the suite: as development, with quick password hashes and mail kept in memory.
"""
