"""Django looks for an app's models here."""

from kdsite.images import SiteImage, SiteRendition

__all__ = ["SiteImage", "SiteRendition"]
