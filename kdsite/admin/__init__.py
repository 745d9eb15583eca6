"""Wagtail's admin as every app has it.

- choosers_start: choosers of Wagtail's start without a script inside the page.
- content_checker: Wagtail's content checker with the rules that the law asks for, in plain
  words.
- counted: how many there are in a list, in Finnish and Swedish.
- reviewed_files: the form of a file says what a reviewed text holds fast.
- rich_text: the field for formatted text: Wagtail's, for several requests at once.
- title_input: a title is seen whole while it is written, however narrow the screen.
"""
