"""Files of every kind, and what is recognised in them."""
