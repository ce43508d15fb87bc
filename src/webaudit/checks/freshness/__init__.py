"""Checks of the category freshness, one a file."""
