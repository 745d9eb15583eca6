"""Whole journeys in a real browser: readers in ``reader``, whoever writes or decides in ``desk``."""
