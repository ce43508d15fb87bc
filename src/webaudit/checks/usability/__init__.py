"""Checks of how easily visitors find what they came for."""
