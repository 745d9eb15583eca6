"""Search for readers: what is indexed, how it is found, and how it is shown.

- asking: what a reader's query asks for: its words, and the terms that each may stand under.
- filters: what readers can narrow a search down by: theme, author, year and language.
- finding: finds the pages that a query leads to, alike on every database.
- indexing: keeps the index of search: a page's words when it goes public, nothing when it no
  longer is.
- ranking: which of the pages that were found come first, and which are shown below the others.
- showing: how a page that was found is shown: its title, and the words in their context,
  marked.
- spelling: what a reader may have meant by a word that is known in no form: a slip, two words
  run together, the beginning of one.
- suggesting: what a reader may be about to type: pages by a word of their title, and words of
  the texts.
- views: the page of search, a GET form: it works without a script and sets no cookie; and what
  its script asks for.
- vocabulary: the words that are known: kept as pages come and go, and looked up by their
  beginning or nearly.
"""
