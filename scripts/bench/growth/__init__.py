"""What more text costs: every kind of page with the demo's posts, and with 4,000.

- multiplying: makes many posts of those that are public, past the door.
- desk: what the screens take on which people of the desk begin and decide.
- saving: what saving and sending a text asks the database.
- sessions: people of the desk who have come in.
- measuring: the time of an answer before and after.
"""
