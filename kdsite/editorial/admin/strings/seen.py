"""What the table has loaded of a string stands in the address to which it saves."""

NAME = "seen"
