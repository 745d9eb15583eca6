"""The tables of the blog; a post is put together from mixins, each a whole slice.

- archive: the posts of a year or of a month, below the list of posts: ``2026/`` and
  ``2026/11/``.
- author_confirmation: the authors of a post: whose profiles go out with it, and what their word
  means for it.
- bylines: who wrote a post, and what it is about: the rows that belong to a post.
- consent: the right to publish, confirmed by whoever writes: the sentence, by whom, for what,
  when.
- index: the list of posts.
- invitation: who was invited to write, and the personal link by which they come in.
- machine_metadata: a post for machines: when it came out, and what it is.
- nearby: which posts are offered to whoever has read one: its neighbours in the list, and those
  on its themes.
- other_language: a post that exists in one language only, shown to readers of the other one.
- post: a post: a text that members of the network publish in their own names.
- published_words: what readers were shown of a post: when its words last changed, how long
  they take to read, and who translated them.
- querysets: which posts, in what order, with what a list of them shows.
- related_pages: what stands around a post's own words: its people, themes and question, and
  other posts.
- review_checks: what stands between a post and its review: the checks, and the right to
  publish.
- uploaded_file: a file that somebody has uploaded, until it has become a draft.
"""

from blog.models.bylines import BlogPageAuthor, BlogPageTheme
from blog.models.consent import Consent
from blog.models.index import BlogIndexPage
from blog.models.invitation import Invitation
from blog.models.post import BlogPage
from blog.models.published_words import PublishedWords
from blog.models.review_checks import DismissedAdvice
from blog.models.uploaded_file import UploadedFile

__all__ = [
    "BlogIndexPage",
    "BlogPage",
    "BlogPageAuthor",
    "BlogPageTheme",
    "UploadedFile",
    "Consent",
    "DismissedAdvice",
    "Invitation",
    "PublishedWords",
]
