"""Who decides about what, and who sees it."""
