"""The demo's plain pages, themes, questions and authors."""

from datetime import date

from wagtail.blocks import StreamValue

from community.models import (
    AuthorIndexPage,
    AuthorPage,
    QuestionIndexPage,
    QuestionPage,
    ThemeIndexPage,
    ThemePage,
)
from home.demo_site import texts
from home.demo_site.steps import fresh, publish, publish_translation
from home.models import HomePage, StandardPage

PLAIN = ("about", "join", "privacy")


def set_all(page, **values):
    for name, value in values.items():
        setattr(page, name, value)


class PageMaker:
    """Makes pages and brings each through the hands that it takes."""

    def __init__(self, people, pictures):
        self.people = people
        self.pictures = pictures

    def story(self, blocks):
        """Blocks with their pictures."""
        return [
            (kind, self.pictures.in_text(value) if kind == "image" else value)
            for kind, value in blocks
        ]

    def in_place_of(self, body, blocks):
        """``blocks`` in the places, one for one, of those of ``body``."""
        story = body.stream_block
        values = [
            (kind, story.child_blocks[kind].normalize(value), old.id)
            for (kind, value), old in zip(self.story(blocks), body, strict=True)
        ]
        return StreamValue(story, values)

    def into(self, page, language, change):
        """Translate ``page`` by the people whose language it is."""
        names = (
            ("translator", "reviewer") if language == "sv" else ("editor", "editor2")
        )
        return publish_translation(
            page, language, *(self.people[name] for name in names), change
        )

    def add(self, index, page, writer="editor", approver="editor2"):
        """A new public page below ``index``."""
        page.live, page.locale = False, index.locale
        writer = self.people[writer]
        index.add_child(instance=page)
        page.save_revision(user=writer, log_action=True)
        return publish(page, writer, self.people[approver])

    def revise(self, page, **values):
        """A new public version of a page that is there."""
        draft = fresh(page).get_latest_revision_as_object()
        set_all(draft, **values)
        draft.save_revision(user=self.people["editor"], log_action=True)
        return publish(page, self.people["editor"], self.people["editor2"])

    def plain_pages(self):
        for name in ("home", *PLAIN):
            (fi, fi_blocks), (sv, sv_blocks) = (
                texts.read(f"pages/{name}.{language}.md") for language in ("fi", "sv")
            )
            if name == "home":
                page = HomePage.objects.get(locale__language_code="fi")
                fi |= {
                    "member_count": 712,
                    "member_count_date": date(2026, 11, 1),
                    "contact": "kuntademokratia@example.fi",
                }
            else:
                page = StandardPage.objects.get(role=name, locale__language_code="fi")
                fi["body"] = self.story(fi_blocks)
            page = self.revise(page, **fi)
            self.into(
                page, "sv", lambda shadow, sv=sv, b=sv_blocks: self._fill(shadow, sv, b)
            )

    def _fill(self, shadow, values, blocks):
        set_all(shadow, **values)
        if blocks:
            shadow.body = self.in_place_of(shadow.body, blocks)

    def themes(self):
        """The public Finnish themes by key."""
        index = ThemeIndexPage.objects.get(locale__language_code="fi")
        made = {}
        for key, facts in texts.facts("themes.toml")["themes"].items():
            theme = ThemePage(
                title=facts["fi"]["name"],
                description=facts["fi"]["description"],
                order=facts["order"],
            )
            made[key] = self.add(index, theme)
            sv = facts["sv"]
            self.into(
                made[key],
                "sv",
                lambda shadow, sv=sv: set_all(
                    shadow, title=sv["name"], description=sv["description"]
                ),
            )
        return made

    def questions(self):
        """The public Finnish questions by month (``"2026-03"``)."""
        index = QuestionIndexPage.objects.get(locale__language_code="fi")
        made = {}
        for month, facts in texts.facts("questions.toml")["questions"].items():
            question = QuestionPage(
                month=date.fromisoformat(f"{month}-01"),
                question=facts["fi"]["question"],
                background=f"<p>{facts['fi']['background']}</p>",
                outcome=_paragraph(facts["fi"].get("outcome")),
                facebook_url=facts.get("facebook", ""),
                is_open=facts["open"],
            )
            made[month] = self.add(index, question)
            sv = facts["sv"]
            self.into(
                made[month],
                "sv",
                lambda shadow, sv=sv: set_all(
                    shadow,
                    question=sv["question"],
                    background=f"<p>{sv['background']}</p>",
                    outcome=_paragraph(sv.get("outcome")),
                ),
            )
        return made

    def authors(self, accounts):
        """The public original profiles by key; ``accounts`` maps keys to usernames."""
        made = {}
        for key, facts in texts.facts("authors.toml")["authors"].items():
            original = facts["original"]
            other = "sv" if original == "fi" else "fi"
            username = accounts.get(key)
            user = self.people[username] if username else None
            author = AuthorPage(
                given_name=facts["given_name"],
                family_name=facts["family_name"],
                sector=facts["sector"],
                is_former=facts["former"],
                photo=self.pictures.get(facts.get("portrait")),
                user=user,
                owner=user,
                **_words(facts[original]),
            )
            index = AuthorIndexPage.objects.get(locale__language_code=original)
            made[key] = self.add(index, author, writer=username or "editor")
            words = _words(facts[other])
            self.into(
                made[key], other, lambda shadow, words=words: set_all(shadow, **words)
            )
        return made


def _words(facts):
    return {
        "job_title": facts["title"],
        "organisation": facts["organisation"],
        "biography": facts["biography"],
    }


def _paragraph(text):
    return f"<p>{text}</p>" if text else ""
