"""What is done with a private link: sent, opened, answered."""

from django.test import Client

from kdsite.editorial.private_links import answers, links
from kdsite.editorial.review import decisions
from tests.support.helpers import fresh

ADDRESS = "maija@example.org"


def send(post, by, author=None, address=ADDRESS, language="fi", name="Lukija"):
    return links.send(
        post, by, address, language, name, author_id=author.pk if author else None
    )


def path(link):
    return links.path_of(link)


def seen(post):
    return decisions.token_of(fresh(post).latest_revision)


def fine(link):
    return answers.answer(link, seen(link.page), is_fine=True)


def press(link, client=None, **data):
    data = {"seen": seen(link.page), "answer": "fine", "text": ""} | data
    return (client or Client()).post(path(link), data)
