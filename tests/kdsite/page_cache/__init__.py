"""Readers' pages from copies."""
