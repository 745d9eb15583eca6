"""Whatever is sent to any address is answered in words or refused: never a failure, and nothing of it
half stored.

Made from the URL resolver and from the forms that its addresses show: a new address, field, filter or
file takes part by itself. The suite asks a few of each room, `make soak` each place of each address.

- values: what no browser sends, by name.
- forms: every form on a page, as a browser would send it.
- places: where in a request to an address a value can stand.
- asking: sends a value to a place, and says what is wrong with the answer.
- choosing: which values to which places.
"""
