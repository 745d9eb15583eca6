"""What more text costs: every kind of page with the demo's posts, and with 4,000.

- multiplying: makes many posts of those that are public, past the door.
- desk: what the screens take on which people of the desk begin and decide.
- measuring: the time of an answer before and after.
"""
