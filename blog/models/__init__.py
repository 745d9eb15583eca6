from blog.models.brought import BroughtFile
from blog.models.bylines import BlogPageAuthor, BlogPageTheme
from blog.models.consent import Consent
from blog.models.index import BlogIndexPage
from blog.models.invitation import Invitation
from blog.models.post import BlogPage
from blog.models.themes import ThemeIndexPage, ThemePage

__all__ = [
    "BlogIndexPage",
    "BlogPage",
    "BlogPageAuthor",
    "BlogPageTheme",
    "BroughtFile",
    "Consent",
    "Invitation",
    "ThemeIndexPage",
    "ThemePage",
]
