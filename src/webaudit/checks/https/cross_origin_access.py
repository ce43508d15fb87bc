"""Check `cross-origin-access`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.model.heads import Cors
from webaudit.standards import indonesia, web


@check(
    id="cross-origin-access",
    title="No foreign site may act with a visitor's login",
    category=Category.HTTPS,
    severity=Severity.SERIOUS,
    sources=(web.CROSS_ORIGIN, web.OBSERVATORY, indonesia.BSSN_4_2021),
    remedy="Name the sites that may read (Access-Control-Allow-Origin) one by one; do not repeat "
    "whatever the request says. Where everybody may read, send * without "
    "Access-Control-Allow-Credentials.",
    since="0.3.0",
    sole_target=True,
)
def cross_origin_access(cors: Cors) -> Iterator[Verdict]:
    """A server that lets every site read with the visitor's cookies hands over all that the visitor may see.

    Target: the home page's answer to a request that names a foreign site as its origin.
    Expectation: it does not let that site read with the visitor's login.
    Limits: the home page alone is asked, once; what may be read without a login is public anyway.

    Passed:
        ```json
        {"cors": {"url": "https://dinas.example/", "status": 204, "origin": "https://webaudit.invalid"}}
        ```

    Passed:
        ```json
        {"cors": {"url": "https://dinas.example/", "status": 204, "origin": "https://webaudit.invalid",
         "allowed": "*", "credentials": true}}
        ```

    Failed (anybody-with-login):
        ```json
        {"cors": {"url": "https://dinas.example/", "status": 200, "origin": "https://webaudit.invalid",
         "allowed": "https://webaudit.invalid", "credentials": true}}
        ```

    CantTell (turned-away):
        ```json
        {"cors": {"url": "https://dinas.example/", "status": 403, "origin": "https://webaudit.invalid"}}
        ```
    """
    if cors.allowed and cors.credentials and cors.allowed in (cors.origin, "null"):
        here = Location(cors.url, snippet=f"Access-Control-Allow-Origin: {cors.allowed}")
        message = "the server lets any site read with the visitor's login"
        yield failed(here, "anybody-with-login", message)
    elif cors.status in (403, 429) or (cors.status or 500) >= 500:
        yield cant_tell(cors.url, "turned-away", "the server turned the question away")
    else:
        # A star beside a login is refused by browsers (Fetch Standard, 4.10).
        yield passed(cors.url)
