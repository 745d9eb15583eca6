"""Whatever is chosen in the filters of the search, its page answers."""

import pytest

from tests.home.search.any_query import ADDRESSES, answer, set_the_scene

__all__ = ["set_the_scene"]

# Not with each dictionary: filters read what was found, whoever found it.
pytestmark = [
    pytest.mark.usefixtures("scene"),
    pytest.mark.indexed,
    pytest.mark.both_databases,
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "more",
    ["page=abc", "page=-1", "page=0", "page=99999999999", "page=%C2%B2", "page=%00", "page=",
     "page=" + "9" * 5_000, "year=99999", "year=%C2%B2", "year=-1", "year=2026%00", "year=", "theme=0",
     "theme=%00", "theme=%ED%A0%80", "author=%27", "author=" + "x" * 5_000, "language=xx",
     "language=%00", "unknown=1", "q%5B%5D=x", "%00=%00", "&&=&", "page=2&page=abc",
     "theme=a&theme=b&year=1&year=2&language=fi&language=sv&author=%FF", "theme=teema&q=kunta"],
)  # fmt: skip
def test_what_a_filter_does_not_have_counts_as_nothing(address, more):
    """And so does a page that there is not."""
    assert answer(address, f"q=kunta&{more}") == "kunta"
