"""The way of a text from the invitation to its slot, and in which language the screens speak."""
