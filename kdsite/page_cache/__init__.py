"""Readers' pages kept as they were answered, and what ends a copy.

- addresses: which requests ask for a readers' page, and which of their parameters mean something.
- cdn: what a CDN in front of the site has kept goes there, too.
- cdn_addresses: the addresses of which a CDN may have kept an answer.
- changes: notices every write to what readers see, in the transaction that makes it.
- copies: an answer as it is kept, and given again.
- generation: a number for what readers see now; a copy of another number is never given.
- middleware: readers' pages from a copy, where there is one.
- models: a row for each transaction that changed what readers see, and for each address that a CDN is
  still to forget.
- warming: after a release the first reader finds the pages made.
- web_server: the answers that nginx keeps for a second, and shows for an hour while the site is away.
"""
