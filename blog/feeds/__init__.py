"""Posts for programs that follow them (Atom).

- atom: Atom with several authors and the whole text; Django's has one author and a summary.
- urls: the address of every feed: ``atom.xml`` below its page; the project includes it.
- views: feeds of posts: of a language, of a theme, of an author; each below its page.
"""
