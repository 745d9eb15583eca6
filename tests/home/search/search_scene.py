"""Public pages of every kind with words that tell the dictionaries apart."""

import datetime

from blog.models import BlogPageTheme
from tests.support.factories import make_author, make_post, make_question, make_theme
from tests.support.helpers import publish, publish_translation


def text(words):
    return [("paragraph", f"<p>{words}</p>")]


def set_the_scene(people):
    def public(page):
        return publish(page, people.editor, people.editor2)

    author = public(
        make_author(
            "Ritva",
            "Åkerfelt",
            organisation="Niittylän kunta",
            saved_by=people.editor,
        )
    )
    theme = public(make_theme("Osallistuva budjetointi", saved_by=people.editor))
    question = public(
        make_question(
            datetime.date(2026, 11, 1),
            "Missä kunnissa kuunnellaan?",
            saved_by=people.editor,
        )
    )

    def post(title, words, **fields):
        body, themes = text(words), fields.pop("themes", ())
        made = make_post(people.writer, title, body=body, lead="Ingressi.", **fields)
        if themes:
            draft = made.get_latest_revision_as_object()
            draft.post_themes = [BlogPageTheme(theme=theme) for theme in themes]
            draft.save_revision(user=people.writer)
        return publish(made, people.writer, people.editor)

    river = post("Kaupungin luvut", "Veden äärellä puhuttiin luvuista kuntien kesken.")
    return {
        "author": author,
        "theme": theme,
        "question": question,
        "river": river,
        "swedish": publish_translation(
            river,
            people.translator,
            people.reviewer,
            words=lambda said: (
                "Kommunernas böcker om rådgivningsbyrån och dataskyddslagen"
            ),
        ),
        "network": post(
            "Verkosto kokoontui", "Kuntademokratiaverkostossa osallisuuden puolesta."
        ),
        "written": post("Iltoja", "Kyläläiset kokoontuivat.", authors=[author]),
        "themed": post("Rahasta", "Summa oli pieni.", themes=[theme]),
        "asking": post("Kysymys", "Kuka vastaa?", question=question),
        "dotted": post("Väärä tie", "Kartta puuttui."),
        "plain": post("Muuta", "Siinä oli vaara, sanoi joku."),
        "institution": post(
            "Vierailu",
            "Yliopisto, korkeakoulu ja Tilastokeskus tapasivat oppilaitoksia.",
        ),
        "draft": make_post(people.writer, "Salaisuus", body=text("Hämähäkki.")),
    }
