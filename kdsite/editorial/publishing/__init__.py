"""The one door to the public, and what makes a page one that passes it.

- facts: facts are not words: one editor changes them at once, for both languages
  (moderation.md).
- guard: the one door to the public.
- manifest: what exactly somebody was shown, or stands behind: versions, and the files in them.
- moderated_page: what makes a page one that two people must stand behind.
- page_form: the edit form of every page: what a person may not set or show is refused here.
- protected_files: pictures and documents: what a submitted or published text uses, only editors
  change.
- replaced: what of Wagtail and wagtail-localize is replaced, or used below their documented
  surface.
"""
