"""What a reader may have meant by a word that is known in no form: a slip, two words run together,
the beginning of one."""

from collections import defaultdict

from django.db.models import Count

from home.models import SearchTerm
from home.search import vocabulary
from kdsite.languages import lemmas

# How near a word is to its beginning.
BEGUN = 0.5
# So many words of one beginning are looked for, the shortest first: those in their base form.
MOST_BEGUN = 60
# From so many letters on a word may have two slips.
LONG = 6


def begun(unknown):
    """``{language code: {term: [(word, how near)]}}`` of what the ``unknown`` words, by their
    language, begin; a number begins nothing."""
    terms = {code: defaultdict(list) for code in unknown}
    for code, words in unknown.items():
        words = [word for word in words if _may_be_half(word)]
        known = vocabulary.beginning_with(words, code)
        for word in words:
            begins = [each for each in known if _begins(each, word)]
            for each in sorted(begins, key=lambda each: (len(each), each))[:MOST_BEGUN]:
                terms[code][each].append((word, BEGUN))
    return terms


def _may_be_half(word):
    return len(word) >= vocabulary.SHORTEST and not word.isdigit()


def _begins(word, beginning):
    """Does ``word`` begin so; where it was typed without dots, it may have them."""
    plain = beginning == lemmas.dotless(beginning)
    return (lemmas.dotless(word) if plain else word).startswith(beginning)


def corrected(query, unknown, languages):
    """``query`` with the known words that stand nearest to its ``unknown`` ones; ``None``: none is
    near. Those of the first of the ``languages`` that has any are taken, word by word."""
    instead = {}
    for code in languages:
        missing = [word for word in unknown if word not in instead]
        instead |= _nearest([word for word in missing if not word.isdigit()], code)
    if not instead:
        return None
    pieces, done = [], 0
    for match in lemmas.words(query):
        if word := instead.get(lemmas.written(match)):
            pieces += [query[done : match.start()], word]
            done = match.end()
    return "".join([*pieces, query[done:]])


def _nearest(unknown, code):
    """``{word: what stands in for it}`` of those that have something near."""
    near = {word: _slips(word, code) for word in unknown}
    spread = _spread({each for slips in near.values() for each in slips}, code)
    instead = {}
    for word, slips in near.items():
        public = [each for each in slips if each in spread]
        best = min(
            public,
            key=lambda each: (each[0] != word[0], -spread[each], each),
            default=None,
        )
        # One letter is more often wrong than a space is left out, and that than two letters are.
        if best and slips[best] <= 1:
            instead[word] = best
        elif apart := _apart(word, code):
            instead[word] = apart
        elif best:
            instead[word] = best
    return instead


def _slips(word, code):
    """``{known word: slips}`` of those nearest to ``word``, and not too far; who types no dots may
    mean them."""
    most = 2 if len(word) >= LONG else 1
    plain = lemmas.dotless(word)
    found = {}
    for known, known_plain in vocabulary.like(plain, most, code):
        count = distance(word, known_plain if word == plain else known, most)
        # The first letter is seldom wrong, and least of all with another one.
        if count < 2 or (count <= most and known_plain[0] == plain[0]):
            found[known] = count
    least = min(found.values(), default=0)
    return {known: count for known, count in found.items() if count == least}


def _apart(word, code):
    """The two known words that ``word`` may be run together from; the one most alike in length."""
    ends = range(vocabulary.SHORTEST, len(word) - vocabulary.SHORTEST + 1)
    halves = {(word[:end], word[end:]) for end in ends}
    public = _spread({half for pair in halves for half in pair}, code)
    pairs = [pair for pair in halves if public.keys() >= set(pair)]
    return " ".join(max(pairs, key=lambda pair: min(map(len, pair)), default=()))


def _spread(words, code):
    """``{word: how many pages that readers may open have it}``, without those that none has."""
    rows = SearchTerm.objects.of_readable({code: words}) if words else ()
    return dict(rows.values_list("term").annotate(Count("page"))) if words else {}


def distance(one, other, most):
    """How many letters are wrong, missing, too many or exchanged with the next; above ``most``
    any number above it."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, last = None, list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, another in enumerate(other, 1):
            same = letter == another
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (not same))
            if (
                before
                and not same
                and column > 1
                and letter == other[column - 2]
                and one[row - 2] == another
            ):
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, last = last, current
    return last[-1]
