"""A desk with much on it: some of everything that waits for somebody."""

import datetime

from django.utils import timezone
from wagtail.models import Comment, Page

from blog.models import BlogPageTheme, Invitation, UploadedFile
from community.models import ProfileTie
from kdsite.editorial.addresses import review_url
from kdsite.editorial.models import FollowUp, Waiting
from kdsite.editorial.private_links import answers, links
from kdsite.editorial.publishing.manifest import manifest_of
from tests.support.corrections import correct
from tests.support.factories import (
    make_author,
    make_image,
    make_post,
    make_question,
    make_theme,
    make_user,
)
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish,
    revise,
    send,
    submit,
    translate,
)

A_MONTH = datetime.timedelta(days=30)


class Desk:
    """Of everything one more with each call of :meth:`one_more`."""

    def __init__(self, people):
        self.people, self.number = people, 0
        for invited in (people.writer, people.writer2, people.translator):
            type(invited).objects.filter(pk=invited.pk).update(
                invited_by=people.editor2, invited_at=timezone.now() - A_MONTH
            )
        self.profile = make_author("Vesa", "Virta", user=people.writer)
        self.theme = publish(
            make_theme(saved_by=people.editor), people.editor, people.editor2
        )
        self.image = make_image(people.writer)

    def post(self, title, *authors, **fields):
        fields = {"hero_image": self.image, "hero_alt": "Vene"} | fields
        return make_post(
            self.people.writer,
            title=f"{title} {self.number}",
            authors=[self.profile, *authors],
            post_themes=[BlogPageTheme(theme=self.theme)],
            **fields,
        )

    def one_more(self):
        self.number += 1
        self.in_review()
        self.written()
        self.waiting()
        self.translated()
        self.beside()

    def in_review(self):
        """An original with new profiles, a correction, a question; see also :meth:`translated`."""
        people = self.people
        guests = [
            make_author(f"{name}{self.number}", "Kirjoittaja", saved_by=people.writer)
            for name in ("Uusi", "Toinen")
        ]
        Page.objects.filter(pk__in=[each.pk for each in guests]).update(
            owner=people.writer
        )
        question = make_question(
            datetime.date(2026, self.number, 1), saved_by=people.editor
        )
        self.sent = self.post("Lähetetty", *guests, question=question)
        Comment.objects.create(
            page_id=self.sent.pk,
            user=people.editor2,
            contentpath="title",
            text="Miksi?",
        )
        submit(self.sent, people.writer)
        logged_in(people.editor).get(review_url(self.sent))
        ask_for_changes(self.sent, people.editor)
        revise(self.sent, people.writer, lead="Mistä kirjoitus nyt kertoo.")
        submit(self.sent, people.writer)
        submit(question, people.editor)
        corrected = self.post("Korjattu")
        submit(corrected, people.writer)
        correct(corrected, people.editor, title=f"Korjattu taas {self.number}")

    def written(self):
        """A draft with a day, one that came back, one that is public in an older version."""
        people = self.people
        self.draft = self.post("Luonnos")
        make_slot(self.draft, days=16 + self.number)
        back = self.post("Palautettu")
        submit(back, people.writer)
        ask_for_changes(back, people.editor)
        public = publish(self.post("Julki"), people.writer, people.editor)
        revise(public, people.writer, title=f"Julki uudelleen {self.number}")
        taken_down = publish(self.post("Poistettu"), people.writer, people.editor)
        taken_down.unpublish(user=people.editor)
        for person in (people.editor, people.writer, people.translator):
            own = make_post(person, title=f"Oma {self.number}")
            fresh(own).save_revision(user=person, log_action=True)
        UploadedFile.objects.create(owner=people.writer, name="a.docx", data=b"a")

    def waiting(self):
        """Approved: in good time, too late, and held by what its author said since."""
        people = self.people
        for title, days in (("Ajoissa", 3), ("Myöhässä", 60)):
            unsent = make_author(f"Uupuu{self.number}", title, saved_by=people.editor)
            post = self.post(title, unsent)
            slot = make_slot(post, days=days + self.number / 24)
            submit(post, people.writer)
            approve(post, people.editor)
            if title == "Myöhässä":
                its_time(slot)
        author = make_author(f"Ei{self.number}", "Mieltynyt", saved_by=people.editor)
        held = self.post("Pidätetty", author)
        make_slot(held, days=90 + self.number)
        link = links.send(
            held,
            people.editor,
            f"a{self.number}@example.org",
            "fi",
            author_id=author.pk,
        )
        submit(held, people.writer)
        approve(held, people.editor)
        answers.answer(
            link, manifest_of(fresh(held).latest_revision), is_fine=False, text="Älkää."
        )
        make_slot(days=4 + self.number)
        make_slot(days=200 + self.number)
        make_slot(days=30 + self.number, writer=people.writer, working_title="Aihe")

    def translated(self):
        """Begun, in review, sent back, behind its original; and one that no slot takes out."""
        people = self.people
        for title in ("Alulla", "Valmis", "Palautettu", "Jäljessä", "Yksin"):
            original = publish(self.post(f"{title} fi"), people.writer, people.editor)
            target, record = translate(original, people.translator)
            if title == "Alulla":
                continue
            fill_in(record, people.translator)
            send(record, people.translator)
            if title == "Valmis":
                self.sent_translation = target
            elif title == "Palautettu":
                ask_for_changes(target, people.reviewer)
            else:
                approve(target, people.reviewer)
            if title == "Jäljessä":
                newer = revise(original, people.writer, lead="Aivan muuta.")
                publish(newer.content_object, people.writer, people.editor)
            elif title == "Yksin":
                again = revise(target, people.translator, title=f"Yksin {self.number}")
                Waiting.objects.create(
                    page_id=target.pk, revision=again, problem="database_away"
                )

        for title in ("Påbörjad", "Oöversatt"):
            swedish = make_post(
                people.writer2, title=f"{title} {self.number}", language="sv"
            )
            swedish = publish(swedish, people.writer2, people.editor)
            if title == "Påbörjad":
                translate(swedish, people.editor, "fi")

    def beside(self):
        people = self.people
        tied = make_author(f"Kuka{self.number}", "Lie", saved_by=people.editor2)
        ProfileTie.objects.create(
            profile=tied, user=people.writer2, asked_by=people.editor2
        )
        guest = make_user(f"guest{self.number}")
        guest.set_unusable_password()
        guest.save()
        Invitation.objects.create(
            address=guest.email,
            user=guest,
            language="fi",
            page=self.draft,
            sent_at=timezone.now() - A_MONTH,
        )
        colleague = links.send(
            self.draft, people.editor, f"c{self.number}@example.org", "fi", name="Kaisa"
        )
        seen = manifest_of(fresh(self.draft).latest_revision)
        answers.answer(colleague, seen, is_fine=False, text="Missä tämä on?")
        FollowUp.objects.create(task="x", arguments=[tied.pk], problem="OSError")
