"""What the calendar tells the rest of the house, always after the commit."""

from django.dispatch import Signal

# ``release``: pages have become public together. Sent once for each release.
released = Signal()
# ``slot``, ``error``: its time came, and publishing failed; nothing of it is public.
release_failed = Signal()
