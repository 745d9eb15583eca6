"""The tables: the front page, plain pages, the accessibility statement, the index of search.

- accessibility: the accessibility statement: what the law asks every service for, field by
  field.
- gaps: the gaps that an accessibility statement lists.
- pages: the front page of each language, and plain pages.
- search: the index of search: which terms lead to which page, the text that results are
  shown with, and all words that are known.
"""

from home.models.accessibility import AccessibilityStatementPage
from home.models.gaps import AccessibilityGap
from home.models.pages import HomePage, StandardPage
from home.models.search import SearchedText, SearchTerm, SearchWord

__all__ = [
    "AccessibilityGap",
    "AccessibilityStatementPage",
    "HomePage",
    "SearchTerm",
    "SearchWord",
    "SearchedText",
    "StandardPage",
]
