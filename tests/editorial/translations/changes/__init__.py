"""Originals that change while or after they are translated."""
