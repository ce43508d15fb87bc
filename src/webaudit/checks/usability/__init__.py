"""Checks of the category usability, one a file."""
