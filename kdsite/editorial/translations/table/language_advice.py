"""What may be better in the language of a translation, beside its rows."""


def advise(rows, page):
    """Each :class:`TextRow` of ``rows`` gets what ``page`` (the translation) has to say of the language of
    its words, where pages of its type say anything."""
    advice_on = getattr(page, "language_advice_on", None)
    written = [row for row in rows if row.sort == "text" and row.written]
    if advice_on and written:
        found = advice_on([row.written.data for row in written])
        for row, advice in zip(written, found, strict=True):
            row.advice = advice
