"""Pictures and documents: what is taken, what is stored, and in which sizes."""
