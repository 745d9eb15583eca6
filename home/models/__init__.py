from home.models.pages import HomePage, StandardPage
from home.models.search import SearchTerm

__all__ = ["HomePage", "SearchTerm", "StandardPage"]
