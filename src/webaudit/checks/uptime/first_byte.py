"""Check `first-byte`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.reading import PageKind
from webaudit.standards import web

GOOD_MS = 800
POOR_MS = 1_800
"""Both are web.dev's: good up to 0.8 s, poor above 1.8 s."""


@check(
    id="first-byte",
    title="The home page begins to answer within 0.8 seconds",
    category=Category.UPTIME,
    severity=Severity.MODERATE,
    sources=(web.TTFB,),
    remedy="Serve the home page from a cache. In WordPress: install a caching plug-in, remove plug-ins that "
    "are not used, and ask the hosting provider for a current version of PHP.",
    since="0.1.0",
    sole_target=True,
)
def first_byte(home: Home) -> Iterator[Verdict]:
    """Until the first byte comes, a visitor sees an empty window, and on a phone many leave.

    Target: the last answer at the site's start address, redirects behind it.
    Expectation: from sending the request, connection included, to the first byte at most 800 ms pass.
    Limits: measured once, from where the auditor stands; a slow line of the auditor's counts as well.

    Passed:
        ```json
        {"home": {"hops": [{"url": "https://dinas.example/", "status": 200, "first_byte_ms": 240}],
            "kind": "content"}}
        ```

    Failed (middling):
        ```json
        {"home": {"hops": [{"url": "https://dinas.example/", "status": 200, "first_byte_ms": 1200}],
            "kind": "content"}}
        ```

    Failed (slow):
        ```json
        {"home": {"hops": [{"url": "https://dinas.example/", "status": 200, "first_byte_ms": 4200}],
            "kind": "content"}}
        ```

    CantTell (no-page):
        ```json
        {"home": {"hops": [{"url": "https://dinas.example/", "status": 403, "first_byte_ms": 30}],
            "kind": "blocked"}}
        ```
    """
    last = home.hops[-1]
    if last.first_byte_ms is None or home.kind not in {PageKind.CONTENT, PageKind.SHELL}:
        # How fast an error or a firewall's page comes says nothing about the site.
        yield cant_tell(last.url, "no-page", "the home page did not come, so its speed is unknown")
        return
    milliseconds = round(last.first_byte_ms)
    measure = Measure("ttfb_ms", milliseconds)
    if milliseconds <= GOOD_MS:
        yield passed(last.url, measure=measure)
    else:
        code = "middling" if milliseconds <= POOR_MS else "slow"
        message = "the first byte came after {milliseconds} ms; good is at most {good} ms"
        yield failed(last.url, code, message, measure=measure, milliseconds=milliseconds, good=GOOD_MS)
