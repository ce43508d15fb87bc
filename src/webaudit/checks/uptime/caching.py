"""Check `caching`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.home_page import HomeWeight, Resource, ResourceKind
from webaudit.standards import ietf, web

GOOD_SECONDS = 604_800
"""One week."""

GOOD_PERCENT = 75


@check(
    id="caching",
    title="Browsers may keep pictures, scripts and styles for a week or longer",
    category=Category.UPTIME,
    severity=Severity.MINOR,
    sources=(web.LONG_CACHE, ietf.FRESHNESS_LIFETIME),
    remedy="Have the server send Cache-Control: max-age=31536000 with pictures, scripts and style sheets. In "
    "WordPress: switch on Browser Cache in the caching plug-in.",
    since="0.2.0",
    sole_target=True,
)
def caching(home_weight: HomeWeight) -> Iterator[Verdict]:
    """What a browser has kept need not be loaded again: the second page opens at once, and costs nothing.

    Target: the pictures, scripts and style sheets of the home page on the site's own host, as one.
    Expectation: for at least three quarters of them Cache-Control or Expires says that they may be kept for
        a week or longer.
    Limits: at most 40 files are asked. Files on other hosts are left out, and a server that says nothing (but
        ETag or Last-Modified) leaves it to the browser to guess, which is no promise.

    Passed:
        ```json
        {"home_weight": {"url": "https://dinas.example/", "page_bytes": 30000, "requests": 2, "resources": [
            {"url": "https://dinas.example/a.jpg", "kind": "image", "own": true, "status": 200,
             "lifetime_seconds": 31536000}]}}
        ```

    Failed (short-lifetime, without-lifetime):
        ```json
        {"home_weight": {"url": "https://dinas.example/", "page_bytes": 30000, "requests": 2, "resources": [
            {"url": "https://dinas.example/a.jpg", "kind": "image", "own": true, "status": 200,
             "lifetime_seconds": 3600}]}}
        {"home_weight": {"url": "https://dinas.example/", "page_bytes": 30000, "requests": 2, "resources": [
            {"url": "https://dinas.example/a.jpg", "kind": "image", "own": true, "status": 200}]}}
        ```

    CantTell (unseen):
        ```json
        {"home_weight": {"url": "https://dinas.example/", "page_bytes": 30000, "requests": 2, "resources": [
            {"url": "https://dinas.example/a.jpg", "kind": "image", "own": true, "status": 405}]}}
        ```
    """
    own = [one for one in home_weight.resources if one.own and one.kind is not ResourceKind.FRAME]
    seen = [one for one in own if one.status == 200]
    if not own:
        return
    if not seen:
        yield cant_tell(home_weight.url, "unseen", "how long files may be kept could not be seen")
        return
    brief = [one for one in seen if not _is_kept(one)]
    percent = 100 * (len(seen) - len(brief)) // len(seen)
    measure = Measure("kept_percent", percent)
    if percent >= GOOD_PERCENT:
        yield passed(home_weight.url, measure=measure)
    elif all(one.lifetime_seconds is None for one in seen):
        message = "the server does not say of any file how long a browser may keep it, as of {url}"
        yield failed(home_weight.url, "without-lifetime", message, measure=measure, url=brief[0].url)
    else:
        message = "{count} of {files} files may not be kept for a week, as {url}"
        yield failed(
            home_weight.url,
            "short-lifetime",
            message,
            measure=measure,
            count=len(brief),
            files=len(seen),
            url=brief[0].url,
        )


def _is_kept(resource: Resource) -> bool:
    return (resource.lifetime_seconds or 0) >= GOOD_SECONDS
