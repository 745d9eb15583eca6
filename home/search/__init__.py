"""Search for readers: what is indexed, how it is found, and how it is shown."""
