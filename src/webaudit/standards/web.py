"""Guidance of those who make browsers and search engines."""

from webaudit.model.check import Source

TTFB = Source("web.dev", "", "Time to First Byte", "https://web.dev/articles/ttfb")
HSTS_ADVICE = Source(
    "hstspreload.org",
    "",
    "HSTS Deployment Recommendations",
    "https://hstspreload.org/#deployment-recommendations",
)
MIXED_CONTENT = Source("W3C Mixed Content", "", "Mixed Content", "https://www.w3.org/TR/mixed-content/")
PAGE_WEIGHT = Source(
    "Lighthouse",
    "",
    "Avoid enormous network payloads",
    "https://developer.chrome.com/docs/lighthouse/performance/total-byte-weight",
)
LONG_CACHE = Source(
    "Lighthouse",
    "",
    "Serve static assets with an efficient cache policy",
    "https://developer.chrome.com/docs/lighthouse/performance/uses-long-cache-ttl",
)
TEXT_COMPRESSION = Source(
    "Lighthouse",
    "",
    "Enable text compression",
    "https://developer.chrome.com/docs/lighthouse/performance/uses-text-compression",
)
SOFT_404 = Source(
    "Google Search Central",
    "",
    "Soft 404 errors",
    "https://developers.google.com/search/docs/crawling-indexing/http-network-errors#soft-404-errors",
)
