"""Translations inside moderation, and those that the original has left behind."""
