"""Draft, review, publish."""
