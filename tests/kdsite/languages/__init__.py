"""Finnish and Swedish words."""
