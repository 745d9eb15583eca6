"""A file becomes HTML, or is refused in one sentence that says what to do."""

import io

import pytest

from blog.importing import ImportRefused, read_file

pytestmark = pytest.mark.usefixtures("untranslated")

TEXT = "Kylän silta\n\nSilta yhdistää kylän. Se on vanha, ja sitä korjataan.\n"
MEGABYTE = 1024 * 1024


def read(data, name="silta.txt"):
    data = data.encode() if isinstance(data, str) else data
    return read_file(io.BytesIO(data), name)


def refusal(data, name):
    with pytest.raises(ImportRefused) as caught:
        read(data, name)
    assert caught.value.message == str(caught.value)
    assert caught.value.message.endswith(".")
    return caught.value.message


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        "\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with BOM", "utf-16", "utf-16-be", "windows line ends"],
)
def test_encodings_that_are_read_as_they_are(data):
    """UTF-8 with or without BOM and UTF-16 with one give the same text, no question."""
    source = read(data)
    assert source.text == TEXT
    assert source.decide == []
    assert source.html.count("<p>") == 2


def test_windows_1252_is_read_and_asked_about():
    """Another encoding is never guessed silently."""
    source = read("Päätöksiä tehdään yhdessä – näin.".encode("cp1252"))
    assert source.text == "Päätöksiä tehdään yhdessä – näin."
    assert any("Windows-1252" in question for question in source.decide)


@pytest.mark.parametrize("codec", ["mac-roman", "cp850", "iso8859-5", "shift-jis"])
def test_other_encodings_are_refused(codec):
    """What would come out as the wrong letters is refused, not imported damaged."""
    text = {"iso8859-5": "Привет мир", "shift-jis": "日本語のテキスト"}.get(codec)
    data = (text or "Päätöksiä tehdään yhdessä äänestämällä.").encode(codec)
    assert "UTF-8" in refusal(data, "a.txt")


def test_binary_data_is_refused():
    """A NUL byte is in no text."""
    assert "UTF-8" in refusal(b"Silta\x00silta", "a.txt")


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a.docm", "a", "a.txt.exe", ".txt"])
def test_unknown_extensions_are_refused(name):
    """Only .docx, .txt, .md and .html come in, and the message lists them."""
    assert ".docx, .odt, .txt, .md" in refusal(TEXT, name)


@pytest.mark.parametrize("name", ["a.TXT", "Oma Teksti.Html", "x.MD"])
def test_extension_in_capitals(name):
    """Windows writes extensions in capitals now and then."""
    assert "Silta yhdistää" in read(TEXT, name).text


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"),
        (b"", "a.docx"),
        (" \n\u00a0\n\t".encode(), "a.txt"),
        (b"\xef\xbb\xbf", "a.md"),
        ("<html><head><title>Silta</title><script>1</script></head></html>", "a.html"),
        ("<p>&nbsp;</p><img src='x.png' alt='Silta'>", "a.html"),
    ],
)
def test_a_file_without_text_is_refused(data, name):
    """An empty file and HTML without text are no post."""
    assert "no text" in refusal(data, name)


class Untouchable(io.BytesIO):
    """An upload that says how large it is and must not be read."""

    size = 50 * MEGABYTE

    def read(self, *args):
        raise AssertionError("The file was read.")


def test_a_large_upload_is_refused_before_it_is_read():
    """50 MB are refused by what the upload says of itself."""
    with pytest.raises(ImportRefused, match="10 megabytes"):
        read_file(Untouchable(), "a.docx")


def test_a_large_file_on_disk_is_refused_before_it_is_read(tmp_path):
    """The same for a path: a sparse file of 50 MB takes no time."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50 * MEGABYTE)
    with pytest.raises(ImportRefused, match="10 megabytes"):
        read_file(path, "a.txt")


def test_a_stream_that_lies_about_its_size_is_refused():
    """The limit holds while reading as well."""
    file = io.BytesIO(b"a" * (10 * MEGABYTE + 1))
    file.size = 5
    with pytest.raises(ImportRefused, match="10 megabytes"):
        read_file(file, "a.txt")


def test_a_path_that_cannot_be_opened_is_refused(tmp_path):
    """A missing file is a sentence, not a traceback."""
    with pytest.raises(ImportRefused, match="could not be opened"):
        read_file(tmp_path / "none.txt", "none.txt")


def test_plain_text_paragraphs():
    """Blank lines part paragraphs; a single line break stays in its paragraph."""
    source = read("Eka rivi\ntoka rivi\n \t\n\n\nToinen & <b>kappale</b>\n")
    assert source.html == (
        "<p>Eka rivi<br>toka rivi</p>\n<p>Toinen &amp; &lt;b&gt;kappale&lt;/b&gt;</p>"
    )


def test_plain_text_lists_and_addresses():
    """A typed list is a list, numbers count from one, an address is a link."""
    source = read(
        "Tavoitteet:\n- yksi\n- kaksi\n\n1. eka\n\n2. toka\n\n"
        "Katso https://example.org/a?b=1&c=2.\n\n5. kesäkuuta\n6. kesäkuuta\n"
    )
    assert "<p>Tavoitteet:</p>\n<ul><li>yksi</li><li>kaksi</li></ul>" in source.html
    assert "<ol><li>eka</li><li>toka</li></ol>" in source.html
    assert '<a href="https://example.org/a?b=1&amp;c=2">' in source.html
    assert "</a>.</p>" in source.html
    assert "<p>5. kesäkuuta<br>6. kesäkuuta</p>" in source.html


def test_a_dash_that_wraps_to_the_next_line_is_no_list():
    """One line with a dash in front is a wrapped sentence."""
    assert "<li>" not in read("Toiveemme toteutui\n- perustimme verkoston.").html


def test_a_spoken_line_is_no_list():
    """Finnish opens a spoken line with an en dash; such paragraphs stay paragraphs."""
    assert "<li>" not in read("– Hei, sanoi Malli.\n\n– Hei vain, vastasi hän.").html


def test_markdown():
    """Headings, emphasis, links, lists, quotes and tables of Markdown are kept."""
    html = read(
        "# Silta\n\n**Vahva** ja *kursiivi* ja [linkki](https://example.org).\n\n"
        "- a\n- b\n\n> Lainaus\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
        "a.md",
    ).html
    for part in ("<h1>", "<strong>", "<em>", "<ul>", "<blockquote>", "<table>"):
        assert part in html
    assert '<a href="https://example.org">linkki</a>' in html


@pytest.mark.parametrize(
    "tag",
    [
        '<iframe src="https://video.example.fi/1"></iframe>',
        '<video src="https://video.example.fi/1"></video>',
        '<video><source src="https://video.example.fi/1"></video>',
    ],
)
def test_media_of_other_sites_are_reported(tag):
    """A video in the file is not lost without a word."""
    html = f"<h1>Otsikko</h1><p>Tekstiä riittää.</p>{tag}".encode()
    source = read_file(io.BytesIO(html), "teksti.html")
    assert [item.text for item in source.left_out] == ["https://video.example.fi/1"]
