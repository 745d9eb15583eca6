"""`make soak` notices what was promised and not kept."""

import pytest

from scripts.soak import judging, memory, release
from scripts.soak.plan import sentence

SAVES = [
    {"draft": 1, "number": 1, "revision": 10},
    {"draft": 1, "number": 2, "revision": 10},
    {"draft": 1, "number": 3, "revision": 11},
]


def words(*numbers):
    return " ".join(map(sentence, numbers))


def lost(first, second, now):
    return len(list(judging.lost(SAVES, {10: first, 11: second}, {1: now})))


def test_a_save_that_is_not_there_is_lost():
    """Each in the revision that the answer named, the last one in the draft as well."""
    all_of_them = words(1, 2, 3)
    assert lost(words(1, 2), all_of_them, all_of_them) == 0
    assert lost(words(1), all_of_them, all_of_them) == 1
    assert lost(words(1, 2), words(1, 2), all_of_them) == 1
    assert lost(words(1, 2), all_of_them, words(1, 2)) == 1
    assert list(judging.lost(SAVES, {}, {}))
    # The twelfth is not the second.
    assert lost(words(1, 12), all_of_them, all_of_them) == 1


def missed(rows):
    return [row.what for row in rows if row.kept == "missed"]


def test_an_approved_text_that_is_not_public_is_noticed():
    def found(public):
        texts = {"10": words(1, 2), "11": words(1, 2, 3)}
        return {"revisions": texts, "drafts": {"1": texts["11"]}, "public": public}

    assert missed(judging.texts(SAVES, found([5]), [5])) == []
    assert missed(judging.texts(SAVES, found([]), [5])) == [
        "approved texts that are not public"
    ]


def test_one_answer_in_a_hundred_may_be_slow_and_no_more():
    def pages(slow):
        times = {"10": 1000 - slow, "60": slow}
        entry = {"name": "page: post", "response_times": times}
        return missed(judging.load([entry], []))

    assert pages(slow=10) == []
    assert pages(slow=11) == ["readers' pages: p99 / p50"]


@pytest.mark.parametrize(
    ("seen", "count"),
    [
        ([(-1, 404, 404), (2, 404, 404), (3, 200, 404), (4, 200, 200)], 0),
        ([(-1, 404, 404), (2, 404, 404), (3, 200, 404), (9, 200, 200)], 1),
        ([(-1, 404, 404), (30, 200, 200)], 1),
        ([(-1, 404, 404), (2, 404, 404)], 1),
        ([(-1, 404, 200), (2, 200, 200)], 2),
        ([(-1, 404, 404), (2, 200, 200), (3, 200, 404)], 1),
        ([(-1, 404, 404), (2, 500, 404), (3, 200, 200)], 1),
    ],
)
def test_a_release_is_seen_soon_and_in_both_languages(seen, count):
    assert len(missed(release.rows(seen))) == count


def test_memory_that_grows_is_noticed():
    assert missed([memory.row("worker", [50, 100, 100, 100] * 2)]) == []
    assert missed([memory.row("worker", [50, 60, 70, 80, 90, 100, 110, 120])])
