"""The tables: authors, themes, questions.

- authors: the people who write, each with a profile that is a page.
- posts: the posts that authors, themes and questions list; this app does not know what a post
  is.
- questions: the question of the month.
- themes: themes: pages, so that they have an address, a translation and moderation like
  everything else.
"""

from community.models.authors import AuthorIndexPage, AuthorLink, AuthorPage
from community.models.questions import QuestionIndexPage, QuestionPage
from community.models.themes import ThemeIndexPage, ThemePage

__all__ = [
    "AuthorIndexPage",
    "AuthorLink",
    "AuthorPage",
    "QuestionIndexPage",
    "QuestionPage",
    "ThemeIndexPage",
    "ThemePage",
]
