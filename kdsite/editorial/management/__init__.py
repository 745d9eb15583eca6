"""Commands of the editorial work."""
