"""Checks of the category https, one a file."""
