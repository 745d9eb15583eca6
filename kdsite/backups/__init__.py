"""The whole site in one file, and back.

- archive: the file: a tar of the database, the media and a manifest with checksums.
- database: the database as a file, by its own tools, and back.
- encryption: a file for those alone who have a key.
- services: make a backup, and restore one.
"""
