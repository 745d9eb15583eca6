"""What machines read of a page."""
