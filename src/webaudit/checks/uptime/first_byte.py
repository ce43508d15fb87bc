"""Check `first-byte`."""

from collections.abc import Iterator, Sequence
from statistics import median

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.home_page import FirstBytes
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure
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
def first_byte(home: Home, first_bytes: FirstBytes | Failure) -> Iterator[Verdict]:
    """Until the first byte comes, a visitor sees an empty window, and on a phone many leave.

    Target: the last answer at the site's start address, redirects behind it.
    Expectation: from sending the request, connection included, to the first byte at most 800 ms pass, by the
        middle one of three times: at the beginning, in the middle and at the end of the capture.
    Limits: measured from where the auditor stands; a slow line of the auditor's counts as well. If fewer than
        three answers came, two that agree decide, and one decides nothing.

    Passed:
        ```json
        {"home": {"hops": [{"url": "https://dinas.example/", "status": 200}], "kind": "content"},
         "first_bytes": {"url": "https://dinas.example/", "milliseconds": [4200, 240, 260]}}
        ```

    Failed (middling):
        ```json
        {"home": {"hops": [{"url": "https://dinas.example/", "status": 200}], "kind": "content"},
         "first_bytes": {"url": "https://dinas.example/", "milliseconds": [1200, 300, 1300]}}
        ```

    Failed (slow):
        ```json
        {"home": {"hops": [{"url": "https://dinas.example/", "status": 200}], "kind": "content"},
         "first_bytes": {"url": "https://dinas.example/", "milliseconds": [4200, 3900, 4500]}}
        ```

    CantTell (no-page, too-few):
        ```json
        {"home": {"hops": [{"url": "https://dinas.example/", "status": 403}], "kind": "blocked"},
         "first_bytes": {"reason": "blocked"}}
        {"home": {"hops": [{"url": "https://dinas.example/", "status": 200}], "kind": "content"},
         "first_bytes": {"url": "https://dinas.example/", "milliseconds": [240, 2600]}}
        ```
    """
    last = home.hops[-1]
    if last.status is None or home.kind not in {PageKind.CONTENT, PageKind.SHELL}:
        # How fast an error or a firewall's page comes says nothing about the site.
        yield cant_tell(last.url, "no-page", "the home page did not come, so its speed is unknown")
        return
    times = () if isinstance(first_bytes, Failure) else first_bytes.milliseconds
    if len(times) < 2 or (len(times) == 2 and _code(times[0]) != _code(times[1])):
        message = "the home page was not timed often enough to decide: {measured} ms"
        yield cant_tell(last.url, "too-few", message, measured=_listed(times))
        return
    milliseconds = round(median(times))
    measure = Measure("ttfb_ms", milliseconds)
    if code := _code(milliseconds):
        message = (
            "the first byte came after {milliseconds} ms, the middle one of {measured} ms; "
            "good is at most {good} ms"
        )
        yield failed(
            last.url,
            code,
            message,
            measure=measure,
            milliseconds=milliseconds,
            measured=_listed(times),
            good=GOOD_MS,
        )
    else:
        yield passed(last.url, measure=measure)


def _code(milliseconds: float) -> str:
    """How a time is judged; empty if it is good."""
    if round(milliseconds) <= GOOD_MS:
        return ""
    return "middling" if round(milliseconds) <= POOR_MS else "slow"


def _listed(times: Sequence[float]) -> str:
    """All times in the order in which they were taken, for a reader."""
    return ", ".join(str(round(time)) for time in times) or "–"
