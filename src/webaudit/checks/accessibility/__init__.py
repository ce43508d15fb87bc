"""Checks of the category accessibility, one a file."""
