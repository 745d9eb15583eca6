"""The whole site in one file, and back.

- archive: the file: a tar of the database, the media and a manifest with checksums.
- database: the database as a file, by its own tools, and back.
- encryption: a file for those alone who have a key.
- media: the media as a folder, and back: they may lie in a bucket.
- services: make a backup, and restore one.
"""
