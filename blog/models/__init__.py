from blog.models.bylines import BlogPageAuthor, BlogPageTheme
from blog.models.index import BlogIndexPage
from blog.models.post import BlogPage
from blog.models.themes import ThemeIndexPage, ThemePage

__all__ = [
    "BlogIndexPage",
    "BlogPage",
    "BlogPageAuthor",
    "BlogPageTheme",
    "ThemeIndexPage",
    "ThemePage",
]
