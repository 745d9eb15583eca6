"""What was done: on the record, and in each page's history.

- changed_files: the pictures and documents in a version, and who else had a hand in each.
- log_actions: what the history of a page says about the editorial work.
- rights_in_words: the rights of a group in words: on the record stands what they are, in no
  language.
- release_record: the record: who did what on the way to a release, from Wagtail's audit log.
- site_record: the record of what changes who may do what, and where the site's addresses lead.
"""
