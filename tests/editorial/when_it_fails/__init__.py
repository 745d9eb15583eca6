"""What goes wrong stops nothing, is told in words, and is done in the end."""
