"""The demo: made by the steps that people take, with invented people.

- accounts: the demo's accounts; their names and passwords are in the README.
- calendar: the demo's calendar: a rhythm with its breaks, and what the next slots hold.
- load: loads the demo: all of it, or nothing.
- pages: the demo's plain pages, themes, questions and authors.
- pictures: the demo's pictures, drawn for it.
- posts: the demo's posts: published ones, and some in everybody's hands.
- statement: the demo's accessibility statement.
- steps: the steps by which the demo publishes: the same that people take, no others.
- texts: reads the demo's text files: TOML between two lines ``+++``, then Markdown.
"""
