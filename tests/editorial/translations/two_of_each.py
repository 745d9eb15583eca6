"""Two of each thing that a translation takes over, in both languages, and a post with the first ones."""

import datetime
from types import SimpleNamespace

from blog.models import BlogPageTheme
from tests.support.factories import (
    make_author,
    make_image,
    make_post,
    make_question,
    make_theme,
)
from tests.support.helpers import (
    publish,
    publish_translation,
    publish_translation_by_review,
)

OLD, NEW = "https://www.example.org/", "https://www.example.net/"


def set_the_scene(people):
    """Two of each, in both languages, and a post with the first of each: public, and another one that
    waits for its slot with its translation."""

    def public(page):
        page = publish(page, people.editor, people.editor2)
        publish_translation(page, people.translator, people.reviewer)
        return page

    def author(given, family):
        return public(make_author(given, family, saved_by=people.editor))

    def question(month, text):
        day = datetime.date(2026, month, 1)
        return public(make_question(day, text, saved_by=people.editor))

    scene = {
        "author": author("Onni", "Oivallus"),
        "author2": author("Aino", "Airola"),
        "picture": make_image(people.editor),
        "picture2": make_image(people.editor, "green"),
        "question": question(9, "Kuka kysyy?"),
        "question2": question(10, "Kuka vastaa?"),
        "theme": public(make_theme("Talous", people.editor)),
        "theme2": public(make_theme("Nuoret", people.editor)),
    }
    post = publish(
        draft(SimpleNamespace(**scene), people), people.editor, people.editor2
    )
    swedish = publish_translation_by_review(post, people.translator, people.reviewer)
    return scene | {"post": post, "swedish": swedish}


def draft(scene, people, **fields):
    text = (
        f'<p>Lue <a href="{OLD}">lisää</a> ja <a linktype="page" '
        f'id="{scene.theme.pk}">teemasta</a>.</p>'
    )
    post = make_post(
        people.editor,
        authors=[scene.author],
        body=[
            ("heading", {"text": "Ensin kuunnellaan", "level": "h2"}),
            ("paragraph", text),
        ],
        hero_image=scene.picture,
        hero_alt="Venesatama",
        question=scene.question,
        **fields,
    )
    post.post_themes = [BlogPageTheme(theme=scene.theme)]
    post.save_revision(user=people.editor)
    return post
