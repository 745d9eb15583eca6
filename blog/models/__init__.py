from blog.models.brought import BroughtFile
from blog.models.bylines import BlogPageAuthor, BlogPageTheme
from blog.models.index import BlogIndexPage
from blog.models.post import BlogPage
from blog.models.themes import ThemeIndexPage, ThemePage

__all__ = [
    "BlogIndexPage",
    "BlogPage",
    "BlogPageAuthor",
    "BlogPageTheme",
    "BroughtFile",
    "ThemeIndexPage",
    "ThemePage",
]
