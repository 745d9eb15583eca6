"""What is checked before a post is sent for review, in plain words.

- blocks: what is checked in the blocks of a text.
- finding: one thing that was found in a text.
- language: what to look at in the language of a post, as advice: it blocks nothing, and may be dismissed.
- post: what is checked in a post as a whole.
"""

from blog.checks.finding import Finding
from blog.checks.post import blocking, findings

__all__ = ["Finding", "blocking", "findings"]
