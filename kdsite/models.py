"""Django looks for an app's models here."""

from kdsite.documents.models import SiteDocument
from kdsite.images.models import SiteImage, SiteRendition
from kdsite.page_cache.models import AddressToPurge, ReadersChange

__all__ = [
    "AddressToPurge",
    "ReadersChange",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
]
