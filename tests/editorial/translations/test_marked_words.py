"""The words of two versions that differ, whatever the versions are."""

from hypothesis import given
from hypothesis import strategies as st

from kdsite.editorial.texts.marked_words import marked_words


def test_only_what_is_other_is_marked():
    before, now = marked_words("Kunta kuulee asukkaita.", "Kunta kuulee heti kaikkia.")
    assert before == [("Kunta kuulee ", False), ("asukkaita.", True)]
    assert [text for text, is_changed in now if is_changed] == ["heti kaikkia."]


@given(st.text(), st.text())
def test_no_word_is_lost_and_what_is_the_same_is_the_same(before, now):
    """Nothing is marked in a text beside itself."""
    for parts, text in zip(marked_words(before, now), (before, now), strict=True):
        assert "".join(part for part, _is_changed in parts) == text
    assert not any(is_changed for _part, is_changed in marked_words(now, now)[0])
