"""Django looks for an app's models here."""

from kdsite.documents.models import SiteDocument
from kdsite.images.models import SiteImage, SiteRendition

__all__ = ["SiteDocument", "SiteImage", "SiteRendition"]
