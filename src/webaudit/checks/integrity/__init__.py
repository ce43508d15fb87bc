"""Checks of the category integrity, one a file."""
