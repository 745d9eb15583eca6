"""A public post, and how somebody tries to get around its moderation."""

from django.contrib.auth.models import Permission
from django.test import TestCase
from wagtail.models import Page

from tests.support.factories import make_author, make_post
from tests.support.helpers import publish

MARKER = "Salainen luonnos"


def set_the_scene(people):
    # Without an author the edit form does not pass.
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    return {
        "author": author,
        "post": publish(post, people.writer, people.editor),
    }


def try_to(client, method, url, data=None, **extra):
    """A request, with what it leaves for after the commit; a refusal is as good as a failure."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return getattr(client, method)(url, data or {}, **extra)


def let_submit(user):
    """Give the stock permission that opens wagtail-localize's buttons."""
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))


def translations_of(page):
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
