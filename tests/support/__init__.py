"""What tests in several folders stand on: people, pages, verbs, and readers' eyes."""
