"""Commands of the project.

- compile_catalogues: compiles ``locale/*/LC_MESSAGES/*.po`` with polib: gettext's programs are
  not needed.
- migrate: Django's, which says of a database that cannot be upgraded what it is.
- publish_scheduled: replaces Wagtail's command, which would publish past the door, by
  ``publish_due``.
"""
