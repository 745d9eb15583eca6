"""What a process writes down while it runs."""
