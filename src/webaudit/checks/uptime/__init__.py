"""Checks of the category uptime, one a file."""
