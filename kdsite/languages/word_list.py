"""A list of a language's forms, kept on the disk, where all processes share it.

As a dict the Swedish one takes 130 MB in each process, and a second to load; as tries 4 MB, once for all
of them.
"""

import os

from django.conf import settings
from marisa_trie import BytesTrie, Trie

# Of the files: another number where :meth:`WordList.of` makes something else.
FORM = 1
FORMS, LEMMAS, FROM_THE_END = "forms", "lemmas", "from-the-end"


class WordList:
    """The lemma of each form; the lemmas by how they begin and end."""

    def __init__(self, forms, lemmas, from_the_end):
        self.forms, self.lemmas, self.from_the_end = forms, lemmas, from_the_end

    @classmethod
    def of(cls, listed):
        """:param listed: ``{form: lemma}``."""
        lemmas = set(listed.values())
        return cls(
            BytesTrie((form, lemma.encode()) for form, lemma in listed.items()),
            Trie(lemmas),
            Trie(lemma[::-1] for lemma in lemmas),
        )

    @classmethod
    def read(cls, folder):
        """:raises RuntimeError: ``folder`` holds none, or not the whole of it."""
        return cls(
            BytesTrie().mmap(str(folder / FORMS)),
            Trie().mmap(str(folder / LEMMAS)),
            Trie().mmap(str(folder / FROM_THE_END)),
        )

    def save(self, folder):
        """:raises OSError, RuntimeError: nothing can be written there."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, trie in (
            (FORMS, self.forms),
            (LEMMAS, self.lemmas),
            (FROM_THE_END, self.from_the_end),
        ):
            # Another process may be reading, or writing the same.
            partly = folder / f"{name}-{os.getpid()}"
            try:
                trie.save(str(partly))
                partly.replace(folder / name)
            finally:
                partly.unlink(missing_ok=True)

    def __contains__(self, form):
        return form in self.forms

    def get(self, form, default=None):
        """The lemma of ``form``."""
        found = self.forms.get(form)
        return found[0].decode() if found else default

    def beginning_with(self, letters):
        return self.lemmas.keys(letters)

    def ending_with(self, letters):
        return [word[::-1] for word in self.from_the_end.keys(letters[::-1])]


def kept(name, read):
    """The list that was kept as ``name`` in ``settings.WORD_LISTS``; else that of the ``{form: lemma}``
    that ``read()`` gives, which is kept from now on, where it can be."""
    folder = settings.WORD_LISTS / f"{name}-{FORM}"
    try:
        return WordList.read(folder)
    except RuntimeError:
        made = WordList.of(read())
    try:
        made.save(folder)
        return WordList.read(folder)
    except (OSError, RuntimeError):
        return made
