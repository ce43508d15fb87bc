"""Check `subresource-integrity`."""

import re
from collections.abc import Iterator
from itertools import islice

from webaudit.extract.base import base_of
from webaudit.extract.urls import host, normalise, registrable
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import web

_MOST = 300
_DIGEST = re.compile(r"sha(?:256|384|512)-[A-Za-z0-9+/_-]{40,}={0,2}(?:\?\S*)?")
_VERSION = re.compile(r"[/@.-]v?\d+\.\d+(?:\.\d+)?(?:[/._-]|$)")
"""In an address that will always bring the same file."""


@check(
    id="subresource-integrity",
    title="Scripts of other hosts cannot be exchanged unseen",
    category=Category.HTTPS,
    severity=Severity.MINOR,
    sources=(web.SCRIPT_INTEGRITY, web.OBSERVATORY),
    remedy="Copy the script to the site's own server, or add the attributes integrity and crossorigin "
    "that the other host offers beside its address (on cdnjs and jsDelivr: Copy SRI).",
    since="0.3.0",
)
def subresource_integrity(page: Page) -> Iterator[Verdict]:
    """Who breaks into a foreign server that many sites take a script from, breaks into all of them at once.

    With its digest beside the address, a browser runs the script only if it is still the same.

    Target: each script whose address is under another registered name and holds a version, so that it always
        brings the same file.
    Expectation: it carries a valid `integrity`, and `crossorigin`, without which browsers refuse it.
    Limits: services that change their script at will (maps, counters, captchas) cannot be held by a digest
        and are no targets.

    Passed:
        ```html
        <script src="https://cdn.example/jquery/3.7.1/jquery.min.js" crossorigin="anonymous"
          integrity="sha384-1H217gwSVyLSIfaLxHbE7dRb3v4mYCKbpQvzx0cegeju1MVsGrX5xXxAvs/HgeFs"></script>
        ```

    Failed (integrity-missing):
        ```html
        <script src="https://cdn.example/jquery/3.7.1/jquery.min.js"></script>
        ```

    Failed (integrity-broken):
        ```html
        <script src="https://cdn.example/jquery/3.7.1/jquery.min.js" integrity="yes" crossorigin></script>
        ```

    Failed (crossorigin-missing):
        ```html
        <script src="https://cdn.example/jquery/3.7.1/jquery.min.js"
          integrity="sha384-1H217gwSVyLSIfaLxHbE7dRb3v4mYCKbpQvzx0cegeju1MVsGrX5xXxAvs/HgeFs"></script>
        ```
    """
    own = base = ""
    for script in islice(page.elements("script"), _MOST):
        src = script.get("src")
        if not src or "//" not in src or not _VERSION.search(src[:2_000]):
            continue
        base = base or base_of(page)
        url = normalise(src.strip(), base)
        own = own or registrable(host(page.url))
        if url is None or registrable(host(url)) == own:
            continue
        written = script.get("integrity", "").split()
        if not written:
            message = "nothing keeps {host} from handing out another script in its place"
            yield failed(script, "integrity-missing", message, host=host(url))
        elif not any(_DIGEST.fullmatch(one) for one in written):
            message = "what integrity says of the script of {host} is no digest, so browsers pass over it"
            yield failed(script, "integrity-broken", message, host=host(url))
        elif script.get("crossorigin") is None:
            message = "browsers refuse the script of {host}: beside integrity, crossorigin is missing"
            yield failed(script, "crossorigin-missing", message, host=host(url))
        else:
            yield passed(script)
