"""What is stored is what the editor would save of it; what it loses is told."""

import re

import pytest

from blog.uploading.editor_conversion import as_the_editor_keeps_it


def kept(html, kind="text"):
    left_out = []
    ((_kind, value),) = as_the_editor_keeps_it([(kind, html)], left_out)
    value = re.sub(r' data-block-key="\w+"', "", value)
    return value, [item.text for item in left_out]


def test_what_the_editor_keeps_stays():
    html = '<h2>a</h2><p>b<br/><b>c</b> <a href="https://example.org/">d</a></p>'
    assert kept(html) == (html, [])


def test_lists_side_by_side_are_one_as_in_the_editor():
    assert kept("<ul><li>a</li></ul><ul><li>b</li></ul>") == (
        "<ul><li>a</li><li>b</li></ul>",
        [],
    )


def test_a_link_that_goes_nowhere_is_told():
    value, left_out = kept('<p><a href="javascript:alert(1)">a</a></p>')
    assert "javascript" not in value
    assert left_out == ["a: javascript:alert(1)"]


def test_a_line_break_as_html_has_it_is_one_for_the_editor():
    """Which fails at it otherwise: nobody meets an error instead of the draft."""
    assert kept("<p>yksi &lt;b&gt;<br>kaksi</p>") == (
        "<p>yksi &lt;b&gt;<br/>kaksi</p>",
        [],
    )


def test_words_that_would_go_are_told():
    value, left_out = kept("<ul><li>yksi<ul><li>kaksi</li></ul>kolme</li></ul>")
    assert left_out == ["yksi kolme"]
    assert "yksikolme" in value


@pytest.mark.parametrize("kind", ["heading", "quote", "table", "image"])
def test_other_blocks_are_left_as_they_are(kind):
    assert as_the_editor_keeps_it([(kind, {"a": 1})], []) == [(kind, {"a": 1})]


def test_a_list_beside_one_of_another_kind_stays_a_list_of_its_kind():
    """In one block the numbers would become bullets."""
    lists = [
        "<ul><li>a<ol><li>b</li></ol></li></ul>",
        "<ol><li>c</li></ol>",
    ]
    left_out = []
    kept = as_the_editor_keeps_it([("text", "".join(lists))], left_out)
    values = [re.sub(r' data-block-key="\w+"', "", value) for _kind, value in kept]
    assert (values, left_out) == (lists, [])
