"""The one door to the public, and what makes a page one that passes it.

- choices: what a person may choose for a page, and so be shown by its title.
- choices: what a person may let a page show: nothing that they could not have been offered.
- facts: facts are not words: one editor changes them at once, for both languages
  (moderation.md).
- files_in_use: a file that readers see, or are about to, is deleted by nobody.
- former_addresses: the former address of a page leads on.
- guard: the one door to the public.
- link_schemes: what a link may lead to: the rule for imported texts, for translations and before
  readers see it.
- manifest: what exactly somebody was shown, or stands behind: versions, and the files in them.
- moderated_page: what makes a page one that two people must stand behind.
- page_form: the edit form of every page: what a person may not set or show is refused here.
- pieces: a version of a page taken apart: every field, row and block that holds something, in
  order.
- protected_files: pictures and documents: what a submitted or published text uses, only editors
  change.
- replaced: what of Wagtail and wagtail-localize is replaced, or used below their documented
  surface.
- rows_that_exist: what Wagtail checks whole, each time that it writes it, does not ask for rows
  that are there.
- targets: where the links of a page lead, and which of them lead elsewhere than before.
- unseen: what readers or machines get of a page and the page does not show, and what of it has
  changed.
"""
