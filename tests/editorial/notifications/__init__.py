"""Who is written to, about what and when."""
