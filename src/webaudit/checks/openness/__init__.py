"""Checks of what the agency tells of itself: profile, duties, news, money."""
