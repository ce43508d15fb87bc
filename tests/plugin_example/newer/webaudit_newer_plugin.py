"""A plug-in that was written for the next API."""

API_VERSION = 2
CHECKS = ()
