"""A small site with everything that machines read on it, the same in every run."""

import datetime

from blog.models import BlogPageTheme
from home.models import HomePage
from tests import golden
from tests.support.factories import (
    index,
    make_author,
    make_image,
    make_post,
    make_theme,
)
from tests.support.helpers import fresh, publish, publish_translation, read

BODY = [
    ("heading", {"text": "Ensin kuun\u00adnellaan", "level": "h2"}),
    ("paragraph", '<p>Kunta &amp; <a href="/fi/liity/">asukkaat</a> < 3.</p>'),
    ("quote", {"text": "Kysy ensin.", "source": "Sananlasku"}),
    ("list", "<ul><li>Kysy.</li><li>Kuuntele.</li></ul>"),
    (
        "embed",
        {"title": "Video, 2 min", "url": "https://www.youtube.com/watch?v=abcdef12345"},
    ),
    (
        "table",
        {
            "data": [["Vuosi", "Aloitteita"], ["2026", "19"]],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_caption": "Kuntalaisaloitteet",
        },
    ),
]


def make_it(people):
    """A post with two authors, a theme and a picture, in both languages; one in Finnish only."""
    golden.at_the_address()
    golden.long_ago()
    with golden.still():
        both = [people.editor, people.editor2]
        maija = publish(
            make_author(
                saved_by=people.editor, biography="Pitää <kokouksista> & kahvista."
            ),
            *both,
        )
        olli = make_author("Olli", "Öljymäki", saved_by=people.editor, organisation="")
        theme = publish(
            make_theme(saved_by=people.editor, description="Lähellä asukasta."), *both
        )
        post = make_post(
            people.writer,
            title="Samaan </script>suun\u00adtaan & <yhdessä>",
            authors=[maija, olli],
            hero_image=make_image(
                people.writer, size=(1280, 800), photographer="Kaisa Kuvaaja"
            ),
            hero_alt="Vene",
            body=BODY,
            own_question="Mitä sinä kysyisit?",
        )
        draft = post.get_latest_revision_as_object()
        draft.post_themes = [BlogPageTheme(theme=theme)]
        draft.save_revision(user=people.writer)
        post = publish(post, people.writer, people.editor)
        swedish = publish_translation(post, people.translator, people.reviewer)
    with golden.still(golden.MORNING - datetime.timedelta(days=1)):
        old = make_post(
            people.writer, title="Ennen", date=datetime.date(2018, 6, 5), authors=[olli]
        )
        old = publish(old, people.writer, people.editor)
    home = index(HomePage)
    golden.fix_ids([home, theme, maija, post, old])
    # Renditions are made once, here.
    for page in (post, swedish, maija):
        read(page)
    names = ("home", "maija", "theme", "post", "swedish", "old")
    pages = (home, maija, theme, post, swedish, old)
    return {name: fresh(page) for name, page in zip(names, pages, strict=True)}
