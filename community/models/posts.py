"""The posts that authors, themes and questions list; this app does not know what a post is."""

from django.apps import apps
from django.conf import settings


def posts():
    """The manager of the posts (setting ``COMMUNITY_POSTS``, a model's label).

    Its query sets answer ``by(profiles, locale)``, ``about(themes, locale)`` and
    ``asking(questions, locale)``, each for language versions of one page; and
    ``for_readers_in(locale)`` with ``count_by_theme()``.
    """
    return apps.get_model(settings.COMMUNITY_POSTS).objects
