"""What makes a connection secure, quick and lasting."""

from dataclasses import replace
from datetime import timedelta

from tests.evidence import tls
from tests.metamorphic.captured import Captured, html, with_header
from tests.metamorphic.transformation import repair
from webaudit.extract.urls import host
from webaudit.model.evidence import Purpose
from webaudit.model.tls import Tls


@repair
def good_certificate(site: Captured) -> Captured:
    """A certificate that everybody trusts, for this host, with months to go."""
    at = site.snapshot.captured_at
    good = tls()
    leaf = replace(
        good.chain[0],
        names=(host(site.home.url),),
        not_before=at - timedelta(days=30),
        not_after=at + timedelta(days=60),
    )
    was = site.snapshot.records.get("Tls")
    good = good if not isinstance(was, Tls) else replace(was, verify_code=0, verify_message="ok")
    return site.with_records({"Tls": replace(good, host=host(site.home.url), chain=(leaf,))})


@repair
def http_redirects(site: Captured) -> Captured | None:
    """http:// leads to https:// at once."""
    if not site.home.url.startswith("https:"):
        return None
    start = f"http://{host(site.snapshot.plan.site.url)}/"
    answer = with_header(
        replace(site.home, url=start, purpose=Purpose.PLAIN_HTTP, status=301, body=b""),
        "location",
        site.url("/"),
    )
    kept = (one for one in site.exchanges if one.purpose is not Purpose.PLAIN_HTTP)
    return site.with_exchanges((*kept, answer))


@repair
def quick_answers(site: Captured) -> Captured:
    """Every answer begins after a tenth of a second."""
    return site.each(lambda one: replace(one, first_byte_ms=100.0, total_ms=200.0), to=site.exchanges)


@repair
def secure_parts(site: Captured) -> Captured | None:
    """What the pages load comes over https."""
    pages = [page for page in site.pages if 'src="http://' in html(page)]
    return (
        site.rewritten(lambda old: old.replace('src="http://', 'src="https://'), to=pages) if pages else None
    )


@repair
def security_headers(site: Captured) -> Captured:
    """Response fields that protect visitors."""
    fields = {
        "strict-transport-security": "max-age=31536000",
        "x-content-type-options": "nosniff",
        "x-frame-options": "SAMEORIGIN",
        "referrer-policy": "strict-origin-when-cross-origin",
        "content-security-policy": "frame-ancestors 'self'",
    }

    changed = site
    for name, value in fields.items():
        wanting = tuple(one for one in changed.exchanges if one.header(name) is None)
        changed = changed.each(lambda one, n=name, v=value: with_header(one, n, v), to=wanting)  # type: ignore[misc]
    return changed
