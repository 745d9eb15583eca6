"""A file becomes a draft: shown first, confirmed, and only then made.

- drafts: from a recognised text to a draft post. Nothing here publishes.
- editor_conversion: what is stored is what Wagtail's editor makes of it; what it cannot keep is
  told.
- empty_drafts: drafts that nobody has written into yet, such as an invitation makes: a file can
  fill them.
- forms: the forms of “Bring a file”.
- kept_files: what was read of a brought file, until it has become a draft: the file is read once,
  and each of its pictures is tried once.
- language: what may be better in the language of a brought file, told before it is a draft.
- preview: a brought file's text and pictures on the screen, before anything is made of them.
- views: “Bring a file”: what was recognised is shown, and confirmed, before anything is made of
  it.
"""
