"""Commands of the project.

- backup: writes database and media to one file.
- compile_catalogues: compiles ``locale/*/LC_MESSAGES/*.po`` with polib: gettext's programs are
  not needed.
- migrate: Django's, which says of a database that cannot be upgraded what it is.
- publish_scheduled: replaces Wagtail's command, which would publish past the door, by
  ``publish_due``.
- restore: makes an empty site what it was in a backup; it is a copy until ``release_copy``.
"""
