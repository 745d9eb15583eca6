"""The demo's posts: published ones, and some in everybody's hands."""

from blog.models import BlogIndexPage, BlogPage, BlogPageAuthor, BlogPageTheme
from home.demo_site import texts
from home.demo_site.pages import set_all
from home.demo_site.steps import fresh, publish, submit, translate
from kdsite.editorial.review import decisions
from kdsite.editorial.translations import sending

# Where the translations of the newest posts stand.
IN_REVIEW, HALF_DONE = "22-", "23-"


class PostMaker:
    """Makes posts with the pages of a :class:`home.demo_site.pages.PageMaker`."""

    def __init__(self, maker, authors, accounts, themes, questions):
        self.maker = maker
        self.people = maker.people
        self.pictures = maker.pictures
        self.authors, self.accounts = authors, accounts
        self.themes, self.questions = themes, questions
        self.people_facts = texts.facts("authors.toml")["authors"]

    def published(self):
        """Every file of ``posts/``, oldest first, each with its translation."""
        for name in sorted({str(path)[:-6] for path in _files("posts")}):
            versions = {
                language: texts.read(f"{name}.{language}.md")
                for language in ("fi", "sv")
                if (texts.FOLDER / f"{name}.{language}.md").exists()
            }
            original = next(
                code for code, (facts, _b) in versions.items() if "original" in facts
            )
            self._publish(name, original, versions)

    def _publish(self, name, original, versions):
        facts, blocks = versions.pop(original)
        post, writer = self._draft(facts, blocks, original)
        approver = "editor2" if writer == self.people["editor"] else "editor"
        post = publish(post, writer, self.people[approver])
        for language, (words, translated) in versions.items():

            def change(shadow, words=words, translated=translated, language=language):
                self._translate(shadow, facts, words, translated, language)

            if IN_REVIEW in name or HALF_DONE in name:
                translator = self.people["translator"]
                only = 4 if HALF_DONE in name else None
                _page, record = translate(post, language, translator, change, only)
                if IN_REVIEW in name:
                    sending.send_for_review(record, translator)
            else:
                self.maker.into(post, language, change)

    def _translate(self, shadow, facts, words, blocks, language):
        set_all(
            shadow, **words, hero_alt=self.pictures.alt(facts.get("hero"), language)
        )
        shadow.body = self.maker.in_place_of(shadow.body, blocks)
        bylines = shadow.bylines.all()
        for byline, key in zip(bylines, facts["authors"], strict=True):
            byline.job_title = self.people_facts[key][language]["title"]
            byline.organisation = self.people_facts[key][language]["organisation"]
        shadow.bylines = bylines

    def _draft(self, facts, blocks, language):
        """``(draft post, whoever saved it)``: the author with an account, else the editor."""
        username = next(
            (self.accounts[key] for key in facts["authors"] if key in self.accounts),
            None,
        )
        writer = self.people[username or "editor"]
        hero = facts.get("hero")
        post = BlogPage(
            title=facts["title"],
            lead=facts["lead"],
            date=facts.get("date"),
            owner=writer,
            live=False,
            hero_image=self.pictures.get(hero),
            hero_alt=self.pictures.alt(hero, language),
            question=self.questions.get(facts.get("question")),
            own_question=facts.get("own_question", ""),
        )
        post.body = self.maker.story(blocks)
        post.bylines = [
            BlogPageAuthor(author=self.authors[key], **self._position(key, language))
            for key in facts["authors"]
        ]
        post.post_themes = [
            BlogPageTheme(theme=self.themes[key]) for key in facts.get("themes", [])
        ]
        index = BlogIndexPage.objects.get(locale__language_code=language)
        post.locale = index.locale
        index.add_child(instance=post)
        post.save_revision(user=writer, log_action=True)
        return post, writer

    def _position(self, key, language):
        facts = self.people_facts[key][language]
        return {"job_title": facts["title"], "organisation": facts["organisation"]}

    def in_hands(self):
        """Drafts and pages in review, one for each role to go on with."""
        for path in _files("drafts"):
            language = path.name.split(".")[1]
            post, writer = self._draft(*texts.read(path), language)
            if "-review" in path.name or "-changes" in path.name:
                submit(post, writer)
            if "-changes" in path.name:
                decisions.ask_for_changes(
                    fresh(post).current_workflow_task_state,
                    self.people["editor"],
                    comment="Kertoisitko alussa, mistä kunnasta on kyse? Muuten valmis.",
                )


def _files(folder):
    return sorted(texts.paths(folder, "fi") + texts.paths(folder, "sv"))
