"""Servers on this machine, for as long as they are needed.

- mail: a mail server that can fail in every way a real one does.
- nginx: Debian's nginx, with the configuration of `deploy/`.
- redis: Debian's Redis.
"""
