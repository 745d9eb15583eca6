"""A draft for somebody without an account."""
