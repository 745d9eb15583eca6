"""The repository as a whole."""
