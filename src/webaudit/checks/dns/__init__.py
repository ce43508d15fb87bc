"""Checks of the category dns, one a file."""
