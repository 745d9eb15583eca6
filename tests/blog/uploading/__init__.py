"""A brought file: shown, asked about, confirmed, and what becomes of it."""
