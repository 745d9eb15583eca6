from home.models.accessibility import AccessibilityStatementPage
from home.models.gaps import AccessibilityGap
from home.models.pages import HomePage, StandardPage
from home.models.search import SearchedText, SearchTerm

__all__ = [
    "AccessibilityGap",
    "AccessibilityStatementPage",
    "HomePage",
    "SearchTerm",
    "SearchedText",
    "StandardPage",
]
