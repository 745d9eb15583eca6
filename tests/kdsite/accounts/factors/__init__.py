"""What people show beside or in place of a password."""
