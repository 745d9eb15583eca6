"""Servers on this machine, for as long as they are needed.

- bucket: a server of buckets, which speaks the language of Amazon's S3.
- cdn: what a CDN has for purging, and takes down what it was asked.
- forked: gunicorn with all that the test has loaded and set, for tests that kill it or need it soon.
- mail: a mail server that can fail in every way a real one does.
- postgresql: a PostgreSQL server of the test's own, which it may stop and start.
- production: gunicorn with production's settings, on the database of the test.
- production_settings: production, where a test cannot have all of it.
- redis: Debian's Redis.
- visitor: somebody who asks such a server, logged in or not.
"""
