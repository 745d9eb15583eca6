"""Slots, and what goes out at their time."""
