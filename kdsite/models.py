"""Django looks for an app's models here."""

from kdsite.documents.models import SiteDocument
from kdsite.images.models import SiteImage, SiteRendition
from kdsite.page_cache.models import ReadersChange

__all__ = ["ReadersChange", "SiteDocument", "SiteImage", "SiteRendition"]
