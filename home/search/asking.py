"""What a reader's query asks for: its words, and the terms that each may stand under."""

from collections import defaultdict

from kdsite.languages import lemmas

MOST_LETTERS, MOST_WORDS = 200, 12


def tidy(query):
    """What is searched of a reader's ``query``: one line, not endless, with nothing unprintable."""
    # Twice: where an unseen sign is taken out, a letter and its accent become one.
    text = lemmas.clean(lemmas.clean(query[:MOST_LETTERS]))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def words_of(query, language):
    """The words of ``query`` that weigh something, each once."""
    words = dict.fromkeys(map(lemmas.written, lemmas.words(query)))
    return lemmas.without_stops(list(words), language)[:MOST_WORDS]


def asked(words, language):
    """``{term: [(word of the query, how near), …]}``, of ``words`` and of two typed apart that are
    one (*etä kokous*)."""
    terms = defaultdict(list)
    for word in words:
        for term, near in lemmas.sought(word, language).items():
            terms[term].append((word, near))
    for first, second in zip(words, words[1:], strict=False):
        if first.isalpha() and second.isalpha():
            for term, near in lemmas.sought(first + second, language).items():
                if near == lemmas.SAME:
                    terms[term] += [(first, near), (second, near)]
    return terms
