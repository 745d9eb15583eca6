"""Several machines with one database, one Redis and one bucket are one site."""
