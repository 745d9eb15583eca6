"""What stands at the end of a post, and what is said of its dates."""
