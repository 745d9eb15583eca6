"""Search for readers: what is indexed, how it is found, and how it is shown.

- filters: what readers can narrow a search down by: theme, author, year and language.
- finding: finds and ranks the pages that a query asks for, alike on every database.
- indexing: keeps the index of search: a page's words when it goes public, nothing when it no
  longer is.
- showing: how a page that was found is shown: its title, and the words in their context,
  marked.
- views: the page of search. A GET form: it works without a script and sets no cookie.
"""
