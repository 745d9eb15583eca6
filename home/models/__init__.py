from home.models.pages import HomePage, StandardPage
from home.models.search import SearchedText, SearchTerm

__all__ = ["HomePage", "SearchTerm", "SearchedText", "StandardPage"]
