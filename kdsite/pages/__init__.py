"""What every page of the site shares: its model, the way to it, and the frame around it.

- base: what every page of the site shares.
- pagination: long lists, in pages.
- routing: from an address to its page: two queries, however deep the page lies.
- rows: pages from the rows of a query that has read a part of their columns.
- search_places: what of a page is searched, and how much it weighs.
- site_frame: what stands around every page: front page, menu, footer, languages and the way
  back.
- sites: which site a request is for, with its front page.
- statements: a query that Django writes once for a process, and not for every request.
"""
