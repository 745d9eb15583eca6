from community.models.authors import AuthorIndexPage, AuthorLink, AuthorPage
from community.models.questions import QuestionIndexPage, QuestionPage

__all__ = [
    "AuthorIndexPage",
    "AuthorLink",
    "AuthorPage",
    "QuestionIndexPage",
    "QuestionPage",
]
