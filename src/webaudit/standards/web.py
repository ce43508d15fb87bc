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
CONTENT_SECURITY = Source("CSP Level 3", "", "Content Security Policy Level 3", "https://www.w3.org/TR/CSP3/")
FRAMING = Source(
    "HTML Standard",
    "",
    "The X-Frame-Options header",
    "https://html.spec.whatwg.org/multipage/speculative-loading.html#the-x-frame-options-header",
)
SNIFFING = Source(
    "Fetch Standard",
    "",
    "X-Content-Type-Options header",
    "https://fetch.spec.whatwg.org/#x-content-type-options-header",
)
REFERRER_POLICY = Source("Referrer Policy", "", "Referrer Policy", "https://www.w3.org/TR/referrer-policy/")
CROSS_ORIGIN = Source(
    "Fetch Standard", "", "CORS protocol", "https://fetch.spec.whatwg.org/#http-cors-protocol"
)
SCRIPT_INTEGRITY = Source("W3C SRI", "", "Subresource Integrity", "https://www.w3.org/TR/SRI/")
OBSERVATORY = Source(
    "MDN HTTP Observatory",
    "1.6",
    "Tests and scoring",
    "https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring",
)
TAKEOVER = Source(
    "OWASP WSTG 4.2",
    "WSTG-CONF-10",
    "Test for Subdomain Takeover",
    "https://owasp.org/www-project-web-security-testing-guide/v42/4-Web_Application_Security_Testing/"
    "02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover",
)
PERMISSIONS_POLICY = Source(
    "W3C Permissions Policy", "", "Permissions Policy", "https://www.w3.org/TR/permissions-policy/"
)
OPENER_POLICY = Source(
    "HTML Standard",
    "",
    "Cross-origin opener policies",
    "https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies",
)
RESOURCE_POLICY = Source(
    "Fetch Standard",
    "",
    "Cross-Origin-Resource-Policy header",
    "https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header",
)
BOOTSTRAP_RELEASES = Source("Bootstrap", "", "Release schedule", "https://github.com/twbs/release")
ANGULARJS_SUPPORT = Source(
    "AngularJS", "", "Version Support Status", "https://docs.angularjs.org/misc/version-support-status"
)
JQUERY_SUPPORT = Source(
    "jQuery",
    "",
    "Are jQuery 1.x and 2.x officially end of life?",
    "https://github.com/jquery/jquery.com/issues/162",
)
VUE_2_END = Source("Vue", "", "Vue 2 final release", "https://github.com/vuejs/vue/releases/tag/v2.7.16")
