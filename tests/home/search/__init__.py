"""Readers' search: what it finds, in which order, and what it makes of slips."""
