"""A small site with one of everything that a reader can meet, in both languages."""

import datetime
from copy import copy

from django.utils import timezone

from blog.models import BlogPage, BlogPageTheme
from home.models import HomePage
from kdsite.editorial.publishing.facts import set_facts
from tests.support.factories import (
    make_author,
    make_image,
    make_post,
    make_question,
    make_theme,
)
from tests.support.helpers import publish, publish_translation

# Everything that a person translated; the words of the two languages are different ones.
SWEDISH = {
    "Samaan suuntaan": "Åt samma håll",
    "Yhdessä päätetty kestää.": "Det som beslutas tillsammans håller.",
    "Soutuvene aamulla": "En roddbåt på morgonen",
    "Ensin kuunnellaan": "Först lyssnar vi",
    'Kunta on <a id="a1">yhteisö</a>.': 'Kommunen är en <a id="a1">gemenskap</a>.',
    "Sitten päätetään": "Sedan beslutar vi",
    "Vene kulkee.": "Båten går.",
    "Soutaja": "Roddaren",
    "Kysy ensin": "Fråga först",
    "Kerro sitten": "Berätta sedan",
    "Kunta": "Kommun",
    "Asukkaita": "Invånare",
    "Mallila": "Malmby",
    "1 234": "1 234",
    "Kyläiltoja": "Byakvällar",
    "Osallistujia": "Deltagare",
    "Aloitteita": "Initiativ",
    "12": "12",
    "noin 200": "cirka 200",
    "7": "7",
    "Kyläillat kunnittain": "Kvällar i byarna",
    "Laituri": "En brygga",
    "Laiturilla illalla": "På bryggan om kvällen",
    "Kylän video": "Byns video",
    "valtuutettu": "fullmäktigeledamot",
    "Mallilan kaupunki": "Malmby stad",
    "Soutaa mielellään.": "Ror gärna.",
    "Lähidemokratia": "Närdemokrati",
    "Lähellä asukasta.": "Nära invånaren.",
    "Kenen viereen istuisit?": "Bredvid vem skulle du sitta?",
    "Kuka puuttuu pöydästä?": "Vem saknas vid bordet?",
}
# Where a language has its posts and its search; a word that finds something; the name of a post
# that is in the other language only.
IN = {
    "fi": {"posts": "/fi/blogi/", "search": "/fi/haku/", "word": "veneen", "foreign": "swedish_only"},
    "sv": {"posts": "/sv/blogg/", "search": "/sv/sok/", "word": "båtar", "foreign": "newer"},
}  # fmt: skip
NETWORK = {
    "fi": ("Verkosto kokoontuu veneessä.", "Tule mukaan kyytiin."),
    "sv": ("Nätverket möts i båten.", "Kom ombord."),
}
CONTACT = "koordinaattori@example.fi"
FACEBOOK = "https://www.facebook.com/groups/kysymys"


def story(image):
    """One thing of each that a text can hold; a picture that says something, and one that does
    not."""
    plain, spoken = copy(image), copy(image)
    plain.decorative, plain.contextual_alt_text = True, ""
    spoken.decorative, spoken.contextual_alt_text = False, "Laituri"
    table = [
        ["Kunta", "Asukkaita", "Kyläiltoja", "Osallistujia", "Aloitteita"],
        ["Mallila", "1 234", "12", "noin 200", "7"],
    ]
    video = "https://www.youtube.com/watch?v=abcdefghijk"
    return [
        ("heading", {"text": "Ensin kuunnellaan", "level": "h2"}),
        ("paragraph", '<p>Kunta on <a href="https://example.fi/">yhteisö</a>.</p>'),
        ("heading", {"text": "Sitten päätetään", "level": "h3"}),
        ("quote", {"text": "Vene kulkee.", "source": "Soutaja"}),
        ("list", "<ul><li>Kysy ensin</li><li>Kerro sitten</li></ul>"),
        ("image", {"image": spoken, "caption": "Laiturilla illalla"}),
        ("image", {"image": plain, "caption": ""}),
        (
            "table",
            {
                "data": table,
                "first_row_is_table_header": True,
                "table_caption": "Kyläillat kunnittain",
            },
        ),
        ("embed", {"title": "Kylän video", "url": video}),
    ]


def set_the_scene(people):
    """Its pages by name, the Finnish ones of what is in both languages. ``post`` has everything
    that a post can show; before and after it come ``older`` and ``newer``, which are in Finnish
    only; the newest is ``swedish_only``.
    """
    _speak_of_the_network()
    image = make_image(people.editor, description="Kasvot", photographer="Kuvaaja")
    maija, olli, theme, ended, question = [
        _in_both(people, draft, people.editor, people.editor2)
        for draft in _surroundings(people.editor, image)
    ]
    set_facts(ended, people.editor, {"is_open": False})

    def post(title, days_ago, authors=(olli,), **fields):
        day = timezone.localdate() - datetime.timedelta(days=days_ago)
        draft = make_post(people.writer, title, authors, date=day, **fields)
        return publish(draft, people.writer, people.editor)

    def themed():
        return [BlogPageTheme(theme=theme)]

    made = {
        "old": post("Ennen vanhaan", 3000, post_themes=themed()),
        "related": post("Kylätalo auki", 5, post_themes=themed()),
        "older": post("Kahvit ensin", 4, hero_image=image, hero_alt="Kahvikuppi"),
        "post": post(
            "Samaan suuntaan",
            3,
            [maija, olli],
            lead="Yhdessä päätetty kestää.",
            body=story(image),
            question=question,
            post_themes=themed(),
            hero_image=image,
            hero_alt="Soutuvene aamulla",
        ),
        "newer": post("Kuka avaa oven", 2, own_question="Kuka astuu sisään?"),
        "swedish_only": post(
            "Vi ses vid stranden",
            1,
            authors=[olli.get_translations().get()],
            language="sv",
            lead="Var och en får ett ord.",
            body=[("paragraph", "<p>Sanden är varm.</p>")],
            question=question.get_translations().get(),
            hero_image=image,
            hero_alt="En strand",
        ),
    }
    translated = _translate(people, made["post"])
    BlogPage.objects.filter(pk=translated.pk).update(date=made["post"].date)
    return made | {"author": maija, "theme": theme, "question": question}


def _speak_of_the_network():
    figures = {"member_count": 612, "member_count_date": timezone.localdate()}
    for code, words in NETWORK.items():
        HomePage.objects.filter(locale__language_code=code).update(
            network=words[0], call_to_join=words[1], contact=CONTACT, **figures
        )


def _surroundings(editor, image):
    """Drafts: two authors, a theme, last month's question and this month's."""
    month = timezone.localdate().replace(day=1)
    before = month - datetime.timedelta(days=1)
    return [
        make_author(photo=image, biography="Soutaa mielellään.", saved_by=editor),
        make_author("Olli", "Öljymäki", saved_by=editor),
        make_theme(description="Lähellä asukasta.", saved_by=editor),
        make_question(before, "Kuka puuttuu pöydästä?", editor),
        make_question(month, "Kenen viereen istuisit?", editor, facebook_url=FACEBOOK),
    ]


def _in_both(people, draft, *by):
    page = publish(draft, *by)
    _translate(people, page)
    return page


def _translate(people, page):
    return publish_translation(
        page, people.translator, people.reviewer, words=SWEDISH.__getitem__
    )


def addresses(scene, language):
    """Where readers of ``language`` find the pages, by name; ``foreign`` is a post that is not in
    theirs."""

    def of(page):
        if page.locale.language_code != language:
            page = page.get_translations().get()
        return page.url

    here, other = IN[language], IN[{"fi": "sv", "sv": "fi"}[language]]
    foreign = getattr(scene, here["foreign"]).url
    post, question = of(scene.post), of(scene.question)
    return {
        "front": f"/{language}/",
        "post": post,
        "foreign": foreign.replace(other["posts"], here["posts"]),
        "posts": here["posts"],
        "question": question,
        "questions": parent(question),
        "theme": of(scene.theme),
        "author": of(scene.author),
        "search": f"{here['search']}?q={here['word']}",
        "nothing": f"{here['search']}?q=xyzzy",
    }


def parent(address):
    """/fi/blogi/ of /fi/blogi/samaan-suuntaan/."""
    return f"{address.rstrip('/').rpartition('/')[0]}/"
