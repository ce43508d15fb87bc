"""Check `social-accounts`."""

from collections.abc import Iterator

from webaudit.extract.urls import host
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Readings
from webaudit.model.finding import Location, Verdict, failed, passed
from webaudit.model.reading import Landmark, Link
from webaudit.standards import indonesia, web
from webaudit.vocabulary import leftovers

LABEL_CHARACTERS = 40
"""Of the link to an account; a longer text is a sentence that speaks of the network."""

_MESSAGES = {
    "no-account": "the link leads to the home page of the network and to no account: {url}",
    "sample-account": "the link leads to the account that a theme shows as an example: {url}",
}


@check(
    id="social-accounts",
    title="Links to social networks lead to accounts of the agency",
    category=Category.SERVICES,
    severity=Severity.MINOR,
    sources=(web.HYPERLINKS, indonesia.PANDUAN_2003),
    remedy="Write the address of the agency's account in the place of the theme's, or take the icon out. In "
    "WordPress: Appearance, Customize, or Appearance, Widgets, Footer.",
    since="0.3.0",
)
def social_accounts(readings: Readings) -> Iterator[Verdict]:
    """An icon that leads to nobody's account sends citizens away, and hides the accounts that there are.

    Target: each address of a social network that a short link outside the main part of a page has, once a
        site; addresses that share a page are not meant.
    Expectation: it names an account, and none that themes bring along as an example.
    Limits: only what is certain from the address is failed. Whether the account exists and is the agency's
        is left to people: networks turn robots away.

    Passed:
        ```json
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "https://instagram.com/dinkes", "text": "Instagram", "landmark": "footer",
             "url": "https://instagram.com/dinkes"}]}]}}
        ```

    Failed (no-account, sample-account):
        ```json
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "https://instagram.com/#", "text": "", "landmark": "footer",
             "url": "https://instagram.com/"}]}]}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "https://twitter.com/wordpress", "text": "", "landmark": "footer",
             "url": "https://twitter.com/wordpress"}]}]}}
        ```
    """
    seen: set[str] = set()
    for page in readings.content:
        for link in page.links:
            if link.url in seen or not _is_icon(link):
                continue
            seen.add(link.url)
            code = _fault(link.url)
            if code:
                here = Location(page.url, snippet=link.href[:500])
                yield failed(here, code, _MESSAGES[code], url=link.url[:200])
            elif code is not None:
                yield passed(None)


def _is_icon(link: Link) -> bool:
    """Whether a link promises an account at a social network."""
    return (
        link.landmark is not Landmark.MAIN
        and len(link.text) <= LABEL_CHARACTERS
        and host(link.url).removeprefix("www.") in leftovers().networks
    )


def _fault(url: str) -> str | None:
    """The code of what is wrong with an address; empty if nothing is, None if it promises no account."""
    path, _, query = url.partition("://")[2].partition("/")[2].lower().partition("?")
    name = path.strip("/").partition("/")[0].removeprefix("@")
    if name in leftovers().actions:
        return None
    if not name:
        return None if query else "no-account"
    return "sample-account" if name in leftovers().accounts and path.strip("/@") == name else ""
