"""Finnish and Swedish words: their lemmas, where they are parted, and their order.

- advice: what to look at in the language of a text.
- finnish: Finnish: Voikko's analysis of a word, from Debian's library where it is there, else
  pip's.
- hyphenated_html: a page with soft hyphens in its long words, each parted as its own language
  parts it.
- hyphenation: where a long word may be parted: soft hyphens, at the seams of its compound
  first.
- lemmas: words to lemmas and compound parts, for search; the same terms whatever the database.
- plain_words: words of offices, and what people say for them.
- sentences: a text in sentences: where one ends, which is too long, what stands there twice.
- sorting: one order of names everywhere: å ä ö last, whatever the database's collation
  (typography.md).
- spelling: which words are misspelt: Debian's Voikko reads Finnish, Debian's hunspell Swedish.
- swedish: Swedish: simplemma's list of forms, stems for what it lacks, compounds put together
  from words.
- swedish_compounds: Swedish compounds: where a word is put together from two, by what the list
  of forms has.
- swedish_forms: the forms of Swedish words: simplemma's list, and what it says wrongly or
  leaves out.
- word_list: a list of a language's forms, kept on the disk, where all processes share it.
"""
