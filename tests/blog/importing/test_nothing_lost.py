"""Nothing is lost and nothing is invented, whatever the writers do."""

import io
import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from blog.importing import ImportRefused, SourceText, read_file, recognise
from blog.importing.html.inline import text_of
from blog.importing.readers.plain_text import plain_to_html

# Words a label or a date may take with it: their meaning is in the part they name.
LABELS = set(
    re.findall(
        r"\w+",
        "kirjoittaja kirjoittajat skribent skribenter text teksti ingressi ingress "
        "otsikko rubrik tämän blogin kysymys on kuukauden månadens bloggens fråga "
        "frågan i det här inlägget är ja och julkaistu torstaina den",
    )
)
PARAGRAPHS = [
    "Kirjoittaja: Maija Malli, tutkija, Kuntaliitto",
    "Kirjoittajat: Maija Malli, tutkija, X ja Kalle Esimerkki, johtaja, Y",
    "Kirjoittaja: toimitus",
    "Teksti: Maija Malli Kuvat: Kalle Esimerkki",
    "Maija Malli",
    "Maija Malli ja Kalle Esimerkki 5.6.2018",
    "Maija Malli, Mallilan kaupunki, hallintopalvelut",
    "Maija Mallin blogi 5.6.2018",
    "Liisa Kolmas, rehtori, Kolmosen koulu",
    "5.6.2018",
    "7. kesäkuuta 2019",
    "Julkaistu torstaina 5.6.2018 klo 9.05",
    "Kylän silta",
    "Otsikko: Kylän silta",
    "Miksi silta?",
    "Ingressi: Lyhyesti",
    "Ingressi:",
    "Kuukauden kysymys:",
    "Kuukauden kysymys: Kuka päättää? Kerro.",
    "Bloggens fråga: Vem\näger bron?\nSvara!",
    "Tämän blogin kysymys on:\nKuka?",
    "Kirjoittaja",
    "Kirjoittaja\nKylädemokratian blogi",
    "Kylädemokratian blogi",
    "Tämä on yhdistyksen blogi, johon kirjoittavat asukkaat.",
    "Verkostossa on noin 700\u00a0toimijaa.",
    "- yksi\n- kaksi",
    "1. eka",
    "2. toka",
    "”Silta on meidän kaikkien asukkaiden yhteinen.” – Maija Malli",
    "– Hei, sanoi Malli.",
    "Eka rivi\n5.6.2018\ntoka rivi",
    "Silta yhdistää kylän, ja sen korjaamisesta päätetään yhdessä asukkaiden kanssa tänä "
    "keväänä. Siitä on puhuttu pitkään, ja demo- kratia elää.",
    "Katso https://example.org/silta.",
]
free_text = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=60
)
paragraphs = st.lists(st.sampled_from(PARAGRAPHS) | free_text, min_size=1, max_size=14)


def words(text):
    """Words without the dates, which arrive as dates."""
    text = re.sub(r"\d{1,2}\. ?(?:\d{1,2}\.|kesäkuuta) ?\d{4}", " ", text)
    text = re.sub(r"(?m)^\s*\d{1,2}[.)]\s", " ", text)
    found = Counter(re.findall(r"[\w\u00ad]+", text))
    return Counter({w: n for w, n in found.items() if w.lower() not in LABELS})


def everything(result):
    parts = [result.title, result.lead, result.question or ""]
    for author in result.authors:
        parts += [author.name, author.title or "", author.organisation or ""]
    parts += [item.text for item in result.left_out]
    for block in result.blocks:
        value = block["value"]
        if isinstance(value, str):
            parts.append(text_of(value))
        elif "data" in value:
            parts += [cell for row in value["data"] for cell in row]
        else:
            parts += [
                value.get("text", ""),
                value.get("source", ""),
                value.get("caption", ""),
            ]
    return "\n".join(parts)


@given(paragraphs)
def test_every_word_of_a_plain_text_is_somewhere(texts):
    """Every non-blank paragraph is in a part, in a block, or left out with a reason."""
    text = "\n\n".join(texts)
    result = recognise(SourceText("a.txt", "txt", plain_to_html(text), text))
    assert words(text) - words(everything(result)) == Counter()
    assert all(item.why for item in result.left_out)


@given(paragraphs)
def test_no_word_is_invented(texts):
    """A word is in the post as often as in the file, or less: never more."""
    text = "\n\n".join(texts)
    result = recognise(SourceText("a.txt", "txt", plain_to_html(text), text))
    result.left_out = []
    extra = words(everything(result)) - words(text)
    assert extra == Counter()


TAGS = [
    "p",
    "h1",
    "h2",
    "h4",
    "blockquote",
    "div",
    "li",
    "td",
    "b",
    "pre",
    "figcaption",
]


@given(
    st.lists(
        st.tuples(st.sampled_from(TAGS), st.sampled_from(PARAGRAPHS)),
        min_size=1,
        max_size=12,
    )
)
def test_every_word_of_an_html_file_is_somewhere(parts):
    """The same for marked-up text, in any order of tags."""
    around = {"li": "<ul>{}</ul>", "td": "<table><tr>{}</tr></table>"}
    html = "\n".join(
        around.get(tag, "{}").format(f"<{tag}>{text}</{tag}>") for tag, text in parts
    )
    result = recognise(read_file(io.BytesIO(html.encode()), "a.html"))
    text = "\n".join(text for _tag, text in parts)
    assert words(text) - words(everything(result)) == Counter()


@given(st.text(max_size=200), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_text_is_read_or_refused(text, name):
    """No text makes the importer fall over: there is a result or a sentence."""
    try:
        source = read_file(io.BytesIO(text.encode("utf-8", "surrogatepass")), name)
    except ImportRefused as refused:
        assert refused.message
    else:
        recognise(source)
