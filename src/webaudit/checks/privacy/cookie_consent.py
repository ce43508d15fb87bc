"""Check `cookie-consent`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Location, Outcome, Verdict, cant_tell, failed, passed
from webaudit.model.heads import Heads
from webaudit.model.home_page import HomeWeight
from webaudit.model.record import Failure
from webaudit.standards import indonesia
from webaudit.vocabulary.following import following


@check(
    id="cookie-consent",
    title="Nothing follows visitors by cookies before they have agreed",
    category=Category.PRIVACY,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_27_2022,),
    remedy="Take out counters and advertisements that nobody needs, or count without cookies (Matomo with "
    "disableCookies, statistics of the hosting panel). Else add a cookie banner that holds them back until "
    "the visitor agrees. In WordPress: Plugins, for example Complianz or CookieYes.",
    since="0.3.0",
)
def cookie_consent(heads: Heads, home_weight: HomeWeight | Failure) -> Iterator[Verdict]:
    """A citizen who looks up how to report a crime or an illness is known again elsewhere, unasked.

    Target: each owner of cookies or scripts that are known to follow visitors, over all captured pages.
    Expectation: no page's answer sets such a cookie, nor one of a file that the home page loads, and no page
        runs such a script as soon as it is opened.
    Limits: cookies for logging in, for load balancers and for settings are fine. Whether a cookie banner
        really holds a script back can not be seen, nor what a tag manager loads: that is told, and left open.

    Passed:
        ```json
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://a.go.id/", "fields": [["set-cookie", "PHPSESSID=1"]]}]}}
        ```

    Failed (tracker-cookie, tracker-script, tracker-file):
        ```json
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://a.go.id/", "fields": [["set-cookie", "_fbp=fb.2.1; path=/"]]}]}}
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://a.go.id/", "followers": ["Google"]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/"}]},
         "home_weight": {"url": "https://a.go.id/", "page_bytes": 9000, "requests": 2, "resources": [
            {"url": "https://iklan.example/a.js", "kind": "script", "own": false, "status": 200,
             "cookies": ["IDE=AHWq; path=/; Secure"]}]}}
        ```

    CantTell (consent-tool, tag-manager):
        ```json
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://a.go.id/", "followers": ["Google"], "asks": true}]}}
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://a.go.id/", "loaders": ["Google Tag Manager"]}]}}
        ```
    """
    known = following()
    found: dict[str, Verdict] = {}
    for page in heads.pages:
        for written in page.all("set-cookie"):
            cookie = written.partition("=")[0].strip()[:80]
            if owner := known.owner_of_cookie(cookie):
                here = Location(page.url, snippet=f"Set-Cookie: {cookie}")
                message = "the server sets the cookie {cookie} ({owner}) before anybody has agreed"
                _add(found, owner, failed(here, "tracker-cookie", message, cookie=cookie, owner=owner))
        for owner in page.followers:
            if page.asks:
                message = "a script of {owner} follows visitors; whether it waits until they agree is unknown"
                _add(found, owner, cant_tell(page.url, "consent-tool", message, owner=owner))
            else:
                message = "a script of {owner} follows visitors by cookies as soon as they open the page"
                _add(found, owner, failed(page.url, "tracker-script", message, owner=owner))
        for loader in page.loaders:
            message = "{loader} loads scripts that can not be seen here; look which, and that they wait"
            _add(found, loader, cant_tell(page.url, "tag-manager", message, loader=loader))
    for one in home_weight.resources if isinstance(home_weight, HomeWeight) else ():
        for written in one.cookies:
            cookie = written.partition("=")[0].strip()[:80]
            if owner := known.owner_of_cookie(cookie):
                here = Location(one.url, snippet=f"Set-Cookie: {cookie}")
                message = (
                    "a file of the home page sets the cookie {cookie} ({owner}) before anybody has agreed"
                )
                _add(found, owner, failed(here, "tracker-file", message, cookie=cookie, owner=owner))
    yield from found.values()
    if heads.pages and not found:
        yield passed(None)


def _add(found: dict[str, Verdict], owner: str, verdict: Verdict) -> None:
    """Keeps the first place of each owner, and what is certain before what is not."""
    known = found.get(owner)
    if known is None or (known.outcome is Outcome.CANT_TELL and verdict.outcome is Outcome.FAILED):
        found[owner] = verdict
