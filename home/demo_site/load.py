"""Loads the demo: all of it, or nothing."""

from django.db import transaction

from blog.models import BlogPage
from home.create_site.make_site import make_site
from home.demo_site.accounts import make_accounts
from home.demo_site.calendar import make_calendar
from home.demo_site.pages import PageMaker
from home.demo_site.pictures import Pictures
from home.demo_site.posts import PostMaker
from home.demo_site.statement import publish_statement
from kdsite.editorial.notifications import notify

# Which of the invented writers logs in with which account.
ACCOUNT_OF = {
    "aino-airola": "writer",
    "touko-toiva": "writer2",
    "karin-kajander": "skribent",
}


@notify.silenced()
@transaction.atomic
def load():
    """Make the site, the accounts and the content; nothing where there are posts already.

    :returns: whether anything was loaded.
    """
    make_site()
    people = make_accounts()
    if BlogPage.objects.exists():
        return False
    _make_content(people)
    return True


def _make_content(people):
    maker = PageMaker(people, Pictures(people["editor"]))
    maker.plain_pages()
    publish_statement(maker)
    themes, questions = maker.themes(), maker.questions()
    authors = maker.authors(ACCOUNT_OF)
    posts = PostMaker(maker, authors, ACCOUNT_OF, themes, questions)
    posts.published()
    posts.in_hands()
    make_calendar(people, themes, questions)
