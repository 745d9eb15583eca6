"""The site as it is made, its search, what machines read of it, and the accessibility statement."""
