"""Standards of the web, and guidance of those who make browsers and search engines."""

from webaudit.model.check import Source

TTFB = Source("web.dev", "", "Time to First Byte", "https://web.dev/articles/ttfb")

_GOOGLE = "https://developers.google.com/search/docs/"

CANONICAL = Source(
    "Google Search Central",
    "",
    "How to specify a canonical URL",
    f"{_GOOGLE}crawling-indexing/consolidate-duplicate-urls",
)
DEVICE_WIDTH = Source(
    "CSS Viewport Module Level 1",
    "",
    "The viewport meta element",
    "https://www.w3.org/TR/css-viewport-1/#viewport-meta",
)
HYPERLINKS = Source(
    "HTML Standard",
    "",
    "Links created by a and area elements",
    "https://html.spec.whatwg.org/multipage/links.html#links-created-by-a-and-area-elements",
)
OPEN_GRAPH = Source("Open Graph protocol", "", "Basic Metadata", "https://ogp.me/#metadata")
ROBOTS_META = Source(
    "Google Search Central",
    "",
    "Robots meta tag and X-Robots-Tag specifications",
    f"{_GOOGLE}crawling-indexing/robots-meta-tag",
)
SITEMAPS = Source("Sitemaps", "0.9", "Sitemaps XML format", "https://www.sitemaps.org/protocol.html")
SNIPPETS = Source(
    "Google Search Central", "", "Control your snippets in search results", f"{_GOOGLE}appearance/snippet"
)
TITLE_LINKS = Source(
    "Google Search Central", "", "Influencing your title links", f"{_GOOGLE}appearance/title-link"
)
URLS = Source("URL Standard", "", "URL parsing", "https://url.spec.whatwg.org/#url-parsing")
