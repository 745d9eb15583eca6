"""Guests are invited, and come in by their own links."""
