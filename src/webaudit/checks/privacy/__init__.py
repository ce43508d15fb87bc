"""Checks of the category privacy, one a file."""
