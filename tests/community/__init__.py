"""People, themes and questions."""
