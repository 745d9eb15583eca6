"""The tables: authors, themes, questions.

- authors: the people who write, each with a profile that is a page.
- posts: the posts that authors, themes and questions list; this app does not know what a post
  is.
- questions: the question of the month.
- themes: themes: pages, so that they have an address, a translation and moderation like
  everything else.
- ties: whose a profile is that was there before the account: asked by one editor, confirmed by
  another.
"""

from community.models.authors import AuthorIndexPage, AuthorLink, AuthorPage
from community.models.questions import QuestionIndexPage, QuestionPage
from community.models.themes import ThemeIndexPage, ThemePage
from community.models.ties import ProfileTie

__all__ = [
    "AuthorIndexPage",
    "AuthorLink",
    "AuthorPage",
    "ProfileTie",
    "QuestionIndexPage",
    "QuestionPage",
    "ThemeIndexPage",
    "ThemePage",
]
