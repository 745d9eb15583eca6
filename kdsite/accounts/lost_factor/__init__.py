"""A second factor that is lost is taken off by two: whoever asks, and whoever confirms.

- services: asking, and taking it off when a second editor or the owner's mailbox confirms.
- urls: their addresses.
- views: the screen that asks, and the two that confirm.
"""
