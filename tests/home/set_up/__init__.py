"""A new site: what the command makes, and what is left."""
