"""The dictionaries that a machine may have; search and hyphens are tested with each of them."""

from functools import cache

from kdsite.languages import finnish, lemmas, swedish
from kdsite.languages.finnish import Finnish
from kdsite.languages.swedish import Swedish

# Debian's Voikko, and the one that pip installs ...
READ = ("debian", "pip")
# ... and a machine that has no dictionary of any language.
KINDS = (*READ, "none")


@cache
def languages(kind):
    """What :func:`kdsite.languages.lemmas.load` reads on such a machine; once in a process."""
    if kind == "none":
        return {"fi": Finnish(), "sv": Swedish()}
    dictionary = getattr(finnish, kind)()
    assert dictionary, f"No Voikko of {kind}: make test installs it"
    return {"fi": Finnish(dictionary), "sv": _swedish()}


@cache
def _swedish():
    return Swedish(swedish.find_dictionary())


def use(patch, kind):
    """Let everybody search by the dictionaries of ``kind``."""
    patch.setattr(lemmas, "_languages", languages(kind))


class Broken(Finnish):
    """Fails with the words that are ``wrong``, or with every word."""

    def __init__(self, *wrong):
        super().__init__()
        self.wrong = wrong

    def _analyses(self, word):
        if not self.wrong or word in self.wrong:
            raise RuntimeError("the dictionary is broken")
        return super()._analyses(word)
