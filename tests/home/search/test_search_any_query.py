"""Whatever is asked of the search, its page answers, and keeps what was asked."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from home.search.asking import MOST_LETTERS, tidy
from tests.home.search.any_query import ADDRESSES, answer, set_the_scene

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.each_dictionary,
    pytest.mark.usefixtures("scene"),
    pytest.mark.indexed,
    pytest.mark.both_databases,
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        # Not text: a null byte, a lone surrogate, broken UTF-8, a broken escape
        ("%00", ""), ("kunta%00", "kunta"), ("%ED%A0%80", "\ufffd" * 3), ("%FF%FE", "\ufffd" * 2),
        ("k%E4si", "k\ufffdsi"), ("%C0%AF", "\ufffd" * 2), ("%", "%"), ("%zz", "%zz"),
        # Too much
        ("a" * 4_000, "a" * MOST_LETTERS), ("a" * 100_000, "a" * MOST_LETTERS),
        ("%C3%A4" * 4_000, "ä" * MOST_LETTERS), ("1" * 5_000, "1" * MOST_LETTERS),
        # Operators, SQL, wildcards, templates, mark-up
        ("%22kunta%22", '"kunta"'), ("'", "'"), ("(kunta%20OR%20(", "(kunta OR ("), ("%26%7C!", "&|!"),
        ("kunta:*", "kunta:*"), ("-kunta", "-kunta"), ("%2Bkunta", "+kunta"), ("NEAR/2", "NEAR/2"),
        ("';DROP%20TABLE%20x;--", "';DROP TABLE x;--"), ("%25", "%"), ("_", "_"), ("%5C", "\\"),
        ("%7B%7B7*7%7D%7D", "{{7*7}}"), ("%3Cmark%3E", "<mark>"), ("%3Cscript%3E", "<script>"),
        # Letters that are no letters
        ("%F0%9F%91%AA", "👪"), ("%E2%80%8Fkunta%E2%80%AE", "kunta"), ("kun%C2%ADta", "kunta"),
        ("a%CC%88%C3%A4ni", "ääni"), ("%EF%BB%BFkunta", "kunta"), ("kunta%C2%A0auto", "kunta auto"),
        ("linja%E2%80%91auto", "linja-auto"), ("%0D%0Akunta%09", "kunta"), ("%EF%BF%BF", ""),
        ("%D9%83%D8%AA%D8%A7%D8%A8", "كتاب"), ("%E4%B8%AD%E6%96%87", "中文"),
        # Nothing to look for
        ("", ""), ("%20", ""), ("ja+tai+och+eller", "ja tai och eller"), ("...", "..."), ("---", "---"),
    ],
)  # fmt: skip
def test_a_query_is_answered_and_kept(address, raw, kept):
    """As it was typed: one line, not endless, in one spelling, with nothing that is not seen."""
    assert answer(address, f"q={raw}") == kept


def test_the_last_of_two_queries_counts():
    """As in any form whose field is there twice."""
    assert answer("/fi/haku/", "q=kunta&q=auto") == "auto"


ANYTHING = st.one_of(
    st.text(max_size=60),
    st.text(
        "kuntaäöåKUN -:*\"'()&|!+%_.,\u00ad\u00a0\u2011\u200f\x00\u0308", max_size=80
    ),
)


@given(
    query=ANYTHING,
    address=st.sampled_from(ADDRESSES),
    names=st.lists(
        st.sampled_from(["theme", "author", "year", "language", "page"]), unique=True
    ),
    value=st.one_of(ANYTHING, st.integers().map(str)),
)
def test_nothing_is_an_error(query, address, names, value):
    """Any text in any field, alone and together."""
    chosen = dict.fromkeys(names, value)
    response = Client().get(address, chosen | {"q": query})
    assert response.status_code == 200
    assert response.context["query"] == tidy(query)
    assert tidy(tidy(query)) == tidy(query)


def test_an_accent_behind_an_unseen_mark_joins_its_letter():
    """Whoever repeats a search from its page asks the same."""
    assert tidy("U\u200e\u0300") == tidy(tidy("U\u200e\u0300")) == "\u00d9"


def test_hyphens_and_unseen_marks_are_no_obstacle(scene):
    """A hyphen that does not break, a soft one, a mark of direction: the words are the same."""
    for query in (
        "linja\u2011auto",
        "lin\u00adja-auto",
        "\u200flinja-auto",
        "linjaauto",
    ):
        found = Client().get("/fi/haku/", {"q": query}).context["results"]
        assert [result.page.pk for result in found] == [scene.post.pk], query
