"""Commands of the project.

- compile_catalogues: compiles ``locale/*/LC_MESSAGES/*.po`` with polib: gettext's programs are
  not needed.
- migrate: Django's, which says of a database that cannot be upgraded what it is.
- publish_scheduled: Wagtail's command of this name would publish past the door; here it is
  ``publish_due``.
"""
