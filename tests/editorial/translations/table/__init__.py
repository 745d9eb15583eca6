"""The table in which a page is translated."""
