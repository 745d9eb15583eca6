"""What is checked before a post is sent for review, in plain words."""

from blog.checks.finding import Finding
from blog.checks.post import blocking, findings

__all__ = ["Finding", "blocking", "findings"]
