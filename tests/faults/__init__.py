"""What a machine does to a site: processes that are killed, a database that goes away, clocks that jump.

Each ends with nothing lost, nothing doubled, nothing public too early.
"""
