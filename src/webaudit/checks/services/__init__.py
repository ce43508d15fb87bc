"""Checks of the category services, one a file."""
