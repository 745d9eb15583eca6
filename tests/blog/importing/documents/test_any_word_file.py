"""Any Word document becomes a draft that opens, and every word of it is in the draft or told."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.importing import links_of, recognise
from blog.uploading.drafts import make_draft, story
from blog.uploading.editor_conversion import as_the_editor_keeps_it
from kdsite.blocks.story import StoryBlock
from tests.blog.importing.test_nothing_lost import everything as in_its_parts
from tests.support.documents import png, read
from tests.support.files import word
from tests.support.forms.undrawn import form_on
from tests.support.helpers import edit_url, logged_in

WORDS = [
    "silta",
    "Kuka?",
    "1.",
    "- yksi",
    "•",
    "5.6.2018",
    "Kirjoittaja:",
    "Malli",
    "a" * 160,
]
free_text = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=12
)
words = st.sampled_from(WORDS) | free_text
MARKS = [
    *("<w:br/>", "<w:cr/>", "<w:tab/>", "<w:softHyphen/>", "<w:noBreakHyphen/>"),
    *('<w:br w:type="page"/>', "<w:ptab/>", '<w:sym w:font="X" w:char="F0E0"/>'),
]
LETTERS = [
    "",
    "<w:b/>",
    "<w:i/>",
    "<w:b/><w:i/>",
    "<w:strike/>",
    "<w:vanish/>",
    "<w:caps/>",
]
NOTES = {1: "eka viite", 2: "toka viite"}
simple_runs = st.builds(word.text, words, st.sampled_from(LETTERS))
marks = st.sampled_from(MARKS).map(word.run)
references = st.sampled_from(
    [
        word.note(1),
        word.note(2),
        word.note(1, "endnote"),
        word.comment(1),
        word.picture(),
    ]
)
runs = st.lists(simple_runs | marks | references, max_size=4).map("".join)


def around(content):
    """``content`` in what may stand around runs."""
    instructions = st.sampled_from(["DATE", 'HYPERLINK "https://example.org/"', "PAGE"])
    return st.one_of(
        st.builds(word.field, instructions, content),
        st.builds(word.simple_field, instructions, content),
        content.map(word.inserted),
        content.map(word.content_control),
        content.map('<w:hyperlink r:id="link0">{}</w:hyperlink>'.format),
        words.map(word.deleted),
    )


lines = st.lists(runs | around(runs), max_size=3).map("".join)
STYLES = ["", "Title", "Heading1", "Heading2", "Quote", "Caption", "Oma"]
paragraphs = st.builds(word.paragraph, lines, st.sampled_from(STYLES))
items = st.builds(word.item, lines, st.integers(0, 3), st.sampled_from([1, 2]))


def containing(blocks):
    """Blocks that hold ``blocks``: cells, controls and boxes."""
    several = st.lists(blocks, min_size=1, max_size=3).map("".join)
    rows = st.lists(st.lists(several, min_size=1, max_size=3), min_size=1, max_size=3)
    boxes = st.builds(word.text_box, several, st.booleans())
    return st.one_of(
        rows.map(lambda cells: word.table(*cells) + word.paragraph("")),
        several.map(word.content_control),
        st.tuples(lines, boxes, lines).map("".join).map(word.paragraph),
    )


blocks = st.recursive(paragraphs | items, containing, max_leaves=6)
files = st.lists(blocks, min_size=1, max_size=6).map(
    lambda content: word.word_file(
        word.paragraph(word.text("Kylän silta")),
        *content,
        footnotes=NOTES,
        endnotes={1: "loppuviite"},
        comments={1: "huomautus"},
        links=["https://example.org/silta"],
        media=(png(), "png"),
    )
)


def everything(found):
    """All that the report and the draft say."""
    return "\n".join([in_its_parts(found), *found.decide])


def letters(text):
    return "".join(re.findall(r"[^\W_]", text))


@cache
def rich():
    return {n for n, b in StoryBlock().child_blocks.items() if hasattr(b, "features")}


def without_keys(html):
    return re.sub(r' data-block-key="\w+"', "", html)


@given(files)
def test_what_is_stored_is_what_the_editor_keeps(data):
    """Opened and saved by somebody who changes nothing, the text is the same, with all of its
    words, links and line breaks."""
    found = recognise(read(data))
    left_out = []
    values = story(found.blocks, [None] * len(found.images), left_out)
    assert left_out == []
    stored = [(kind, without_keys(value)) for kind, value in values if kind in rich()]
    again = as_the_editor_keeps_it(stored, left_out)
    assert [(kind, without_keys(value)) for kind, value in again] == stored
    before = "".join(b["value"] for b in found.blocks if b["type"] in rich())
    after = "".join(value for _kind, value in stored)
    assert links_of(before) == links_of(after)
    assert before.count("<br/>") <= after.count("<br/>")


@given(st.lists(st.lists(st.tuples(free_text, st.sampled_from(LETTERS))), max_size=6))
def test_every_word_is_in_the_draft_or_told(parts):
    """Whatever letters are in a run, and however a paragraph is cut into runs."""
    data = word.word_file(
        word.paragraph(word.text("Kylän silta")),
        *(word.paragraph("".join(word.text(*run) for run in runs)) for runs in parts),
    )
    there = letters(everything(recognise(read(data))))
    for text, _style in (run for runs in parts for run in runs):
        assert all(letters(each) in there for each in text.split())


# Opening takes ten times as long as reading.
@pytest.mark.django_db
@settings(max_examples=settings().max_examples // 10)
@given(files)
def test_a_writer_and_an_editor_open_the_draft(people, data):
    """No document leads to a draft that somebody cannot open."""
    post = make_draft(recognise(read(data)), "fi", people.writer)
    for person in (people.writer, people.editor):
        form = form_on(logged_in(person), edit_url(post))
        assert form["title"].value() == post.title
