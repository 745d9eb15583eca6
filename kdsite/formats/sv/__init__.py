"""Swedish in Finland."""
