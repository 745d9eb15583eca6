"""One order of names everywhere: å ä ö last, whatever the database's collation (typography.md)."""

import unicodedata

_ALPHABET = {
    letter: f"{n:02d}" for n, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö", 1)
}
_SAME = {"æ": "ä", "ø": "ö", "ü": "y", "ß": "ss", "đ": "d", "ð": "d", "þ": "th"}
_KEPT = set("åäö")


def sort_key(*words):
    """Two digits a letter (a 01 … z 26, å 27, ä 28, ö 29), words parted by ``00``.

    Accents are dropped but for å ä ö; ü sorts as y, æ as ä, ø as ö.
    """
    return "00".join(_word_key(word) for word in words)


def _word_key(word):
    key = ""
    for char in unicodedata.normalize("NFC", word).lower():
        for letter in _SAME.get(char, char):
            if letter not in _KEPT:
                letter = unicodedata.normalize("NFKD", letter)[:1]
            if letter in " \u00a0":
                key += "00"
            key += _ALPHABET.get(letter, "")
    return key
