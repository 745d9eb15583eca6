"""Servers on this machine, for as long as they are needed.

- bucket: a server of buckets, which speaks the language of Amazon's S3.
- mail: a mail server that can fail in every way a real one does.
- nginx: Debian's nginx, with the configuration of ``deploy/``.
- production: gunicorn with production's settings, on the database of the test.
- production_settings: production, where a test cannot have all of it.
- redis: Debian's Redis.
- waiting: ports, and waiting for a server that was just started.
"""
