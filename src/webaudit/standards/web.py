"""Guidance of those who make browsers and search engines."""

from webaudit.model.check import Source

TTFB = Source("web.dev", "", "Time to First Byte", "https://web.dev/articles/ttfb")
