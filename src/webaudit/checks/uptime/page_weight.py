"""Check `page-weight`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.home_page import HomeWeight, Resource
from webaudit.model.reading import PageKind
from webaudit.standards import web

MOST_BYTES = 2_500_000
MOST_REQUESTS = 100

UNSAID_BYTES = 100_000
"""Most that a text file is taken to weigh, compressed, if the server does not say."""

_GONE = (404, 410)


@check(
    id="page-weight",
    title="The home page is light enough for a phone",
    category=Category.UPTIME,
    severity=Severity.MODERATE,
    sources=(web.PAGE_WEIGHT,),
    remedy="Make pictures smaller before uploading them: at most 1,600 pixels wide, as JPEG or WebP, under "
    "300 KB each. In WordPress an image plug-in shrinks those that are in Media already. Take sliders, "
    "films that play by themselves, and plug-ins that nobody uses off the home page.",
    since="0.2.0",
    sole_target=True,
)
def page_weight(home: Home, home_weight: HomeWeight) -> Iterator[Verdict]:
    """Whoever opens the page by phone pays for each megabyte, and waits for it where the signal is weak.

    Target: the home page, with the files that its HTML asks for.
    Expectation: at most 2.5 MB in at most 100 requests.
    Limits: the number and the sum are the least that can be: what scripts, style sheets and frames ask
        for comes on top. Sizes are what the servers say of at most 40 files; of text, which may be
        compressed, only the most that it can weigh is known. Pictures that load when they are scrolled to
        are not counted, and of several sizes of a picture the one in `src` is.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "home_weight": {"url": "https://dinas.example/", "page_bytes": 30000, "requests": 2, "resources": [
            {"url": "https://dinas.example/foto.jpg", "kind": "image", "own": true, "status": 200,
             "size_bytes": 250000}]}}
        ```

    Failed (too-heavy, too-many-requests):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "home_weight": {"url": "https://dinas.example/", "page_bytes": 30000, "requests": 2, "resources": [
            {"url": "https://dinas.example/foto.jpg", "kind": "image", "own": true, "status": 200,
             "size_bytes": 6250000}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "home_weight": {"url": "https://dinas.example/", "page_bytes": 30000, "requests": 144,
         "resources": []}}
        ```

    CantTell (no-page, unseen):
        ```json
        {"home": {"kind": "login", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "home_weight": {"url": "https://dinas.example/", "page_bytes": 30000, "requests": 1,
         "resources": []}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "home_weight": {"url": "https://dinas.example/", "page_bytes": 30000, "requests": 2, "resources": [
            {"url": "https://dinas.example/foto.jpg", "kind": "image", "own": true, "status": 405}]}}
        ```
    """
    if home.kind not in {PageKind.CONTENT, PageKind.SHELL}:
        yield cant_tell(home_weight.url, "no-page", "the home page did not come, so its weight is unknown")
        return
    resources, requests = home_weight.resources, home_weight.requests
    least = home_weight.page_bytes + sum(_least(one) for one in resources)
    most = [_most(one) for one in resources]
    unknown = most.count(None) + requests - 1 - len(resources)
    measure = Measure("home_kb", round(least / 1_000))
    if least > MOST_BYTES:
        yield _too_heavy(home_weight, least, measure)
    elif requests > MOST_REQUESTS:
        message = "the home page makes a phone send {requests} requests; good is at most {most}"
        values = {"requests": requests, "most": MOST_REQUESTS}
        yield failed(home_weight.url, "too-many-requests", message, measure=measure, **values)
    elif unknown or home_weight.page_bytes + sum(size or 0 for size in most) > MOST_BYTES:
        message = "what {count} of the {files} files weigh that the home page loads could not be seen"
        undecided = unknown or sum(one.compressible for one in resources)
        yield cant_tell(home_weight.url, "unseen", message, count=undecided, files=requests - 1)
    else:
        yield passed(home_weight.url, measure=measure)


def _too_heavy(weight: HomeWeight, least: int, measure: Measure) -> Verdict:
    """The verdict on a page that weighs too much, whatever could not be seen."""
    heaviest = max(weight.resources, key=_least, default=None)
    url = heaviest.url if heaviest and _least(heaviest) > weight.page_bytes else weight.url
    return failed(
        weight.url,
        "too-heavy",
        "the home page makes a phone load at least {megabytes} MB in {requests} requests; good is at most "
        "2.5 MB; the heaviest file is {url}",
        measure=measure,
        megabytes=round(least / 1_000_000, 1),
        requests=weight.requests,
        url=url,
    )


def _least(resource: Resource) -> int:
    """Bytes that a file weighs on the wire at least."""
    certain = resource.status == 200 and not resource.compressible
    return (resource.size_bytes or 0) if certain else 0


def _most(resource: Resource) -> int | None:
    """Bytes that a file weighs at most; None if nothing is known of it."""
    if resource.status in _GONE:
        return 0
    if resource.status != 200:
        return None
    if resource.size_bytes is None:
        return UNSAID_BYTES if resource.compressible else None
    return resource.size_bytes
