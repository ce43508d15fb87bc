"""Check `compression`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.reading import PageKind
from webaudit.standards import ietf, web

_CODINGS = ("gzip", "x-gzip", "deflate", "br", "zstd")

SMALL_BYTES = 1_024
"""What is smaller fits into one packet, compressed or not."""


@check(
    id="compression",
    title="The home page is sent compressed",
    category=Category.UPTIME,
    severity=Severity.MINOR,
    sources=(ietf.CONTENT_CODING, web.TEXT_COMPRESSION),
    remedy="Switch on compression (Gzip or Brotli) in the hosting panel, under Optimize Website, or in the "
    "caching plug-in of WordPress.",
    since="0.2.0",
    sole_target=True,
)
def compression(home: Home) -> Iterator[Verdict]:
    """Compressed, a page is a third to a fifth as large, and comes that much sooner where the signal is weak.

    Target: the HTML of the home page, if it is 1 KB or larger.
    Expectation: it is compressed for a browser that says it takes gzip, deflate, br or zstd.
    Limits: only the page itself is looked at, not its scripts and style sheets.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}],
         "headers": [["content-encoding", "gzip"]], "size_bytes": 12000}}
        ```

    Failed (uncompressed):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}],
         "size_bytes": 64000}}
        ```

    CantTell (no-page):
        ```json
        {"home": {"kind": "blocked", "hops": [{"url": "https://dinas.example/", "status": 403}]}}
        ```
    """
    url = home.final_url
    if home.kind not in {PageKind.CONTENT, PageKind.SHELL}:
        yield cant_tell(url, "no-page", "the home page did not come, so how it is sent is unknown")
        return
    codings = (home.header("content-encoding") or "").lower().replace(",", " ").split()
    if any(coding in _CODINGS for coding in codings):
        yield passed(url)
    elif home.size_bytes >= SMALL_BYTES:
        kilobytes = round(home.size_bytes / 1_000)
        yield failed(
            url, "uncompressed", "the home page is sent as {kilobytes} KB, uncompressed", kilobytes=kilobytes
        )
