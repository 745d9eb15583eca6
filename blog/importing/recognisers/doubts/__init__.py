"""What only a person can say of a text: asked about, and done where yes or no is enough.

- languages: asks where a text does not seem to be in its language.
- leftovers: mentions what may not be meant for readers: gaps to fill, telephone numbers, tables
  made with tabs.
- line_breaks: asks about line breaks that a program may have made and not the writer.
- mending: a recognised text as somebody has said that it should be written.
- tracking: links that tell somebody who follows them: asked about, and made plain where somebody
  said so.
- typography: asks about hyphens and letters that print, typewriters or wrong encodings left in a
  text.
"""
