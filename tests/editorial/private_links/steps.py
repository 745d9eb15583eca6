"""What is done with a private link: sent, opened, answered."""

from django.test import Client

from kdsite.editorial.private_links import answers, links
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.review import author_confirmation
from kdsite.editorial.review.decisions import token_of_review
from tests.support.helpers import approve, fresh, task_state

ADDRESS = "maija@example.org"


def send(post, by, author=None, address=ADDRESS, language="fi", name="Lukija"):
    return links.send(
        post, by, address, language, name, author_id=author.pk if author else None
    )


def path(link):
    return links.path_of(link)


def seen(post):
    return manifest_of(fresh(post).latest_revision)


def fine(link):
    return answers.answer(link, seen(link.page), is_fine=True)


def read(post, user):
    """A member has read what the author answered to the newest version."""
    shown = token_of_review(fresh(post))
    return author_confirmation.read(task_state(post), user, shown)


def approve_shown(post, user):
    """With what authors have answered on the screen."""
    return approve(post, user, seen=token_of_review(fresh(post)))


def press(link, client=None, **data):
    data = {"seen": seen(link.page), "answer": "fine", "text": ""} | data
    return (client or Client()).post(path(link), data)


def name_author(post, by, author):
    """``by`` saves a version of the post that names this author alone."""
    draft = fresh(post).get_latest_revision_as_object()
    draft.bylines = [type(draft.bylines.all()[0])(author=author)]
    draft.save_revision(user=by)


def says_no(link):
    """The author asks for changes, and that it is not published."""
    assert press(link, answer="changes", text="Älkää julkaisko.").status_code == 303
