"""Records of the home page's cost, rebuilt from what was exchanged."""

from dataclasses import replace

import pytest

from tests.evidence import SITE, exchange, failure, home
from webaudit.extract.home_records import first_bytes, home_weight, missing_url, not_found
from webaudit.extract.resources import Wanted
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.home_page import FirstBytes, HomeWeight, NotFound, Resource, ResourceKind
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason
from webaudit.model.site import Site

PLAN = Plan(Site("dinas", SITE, SITE))
FILE = f"{SITE}a.jpg"


def head(**fields: str) -> Exchange:
    """The answer of a file; underscores in names stand for hyphens."""
    headers = {
        "content-type": "image/jpeg",
        **{name.replace("_", "-"): text for name, text in fields.items()},
    }
    return exchange(url=FILE, purpose=Purpose.RESOURCE, headers=headers)


def resource(answer: Exchange) -> Resource:
    """What the record says of the file that gave this answer."""
    weight = home_weight(home(), [answer], [Wanted(FILE, ResourceKind.IMAGE)])
    assert isinstance(weight, HomeWeight)
    (one,) = weight.resources
    return one


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        pytest.param(head(cache_control="public, Max-Age=3600"), 3_600, id="max-age"),
        pytest.param(head(cache_control='max-age="60"'), 60, id="quoted"),
        pytest.param(
            head(cache_control="max-age=60", expires="Thu, 01 Jan 2099 00:00:00 GMT"), 60, id="beats"
        ),
        pytest.param(head(cache_control="no-cache, max-age=60"), 0, id="asks each time"),
        pytest.param(head(cache_control="no-store"), 0, id="never kept"),
        pytest.param(head(cache_control="public"), None, id="no number"),
        pytest.param(head(cache_control="max-age=-5"), None, id="negative"),
        pytest.param(head(cache_control="max-age=" + "9" * 5_000), None, id="absurd"),
        pytest.param(
            head(expires="Sun, 12 Jul 2026 00:00:00 GMT", date="Sun, 05 Jul 2026 00:00:00 GMT"),
            604_800,
            id="until a day",
        ),
        pytest.param(head(expires="Sun, 12 Jul 2026 03:00:00 GMT"), 604_800, id="from when it was asked"),
        pytest.param(head(expires="Mon, 01 Jan 1990 00:00:00 GMT"), 0, id="in the past"),
        pytest.param(head(expires="0"), 0, id="no date"),
        pytest.param(head(etag='"x"', last_modified="Mon, 01 Jan 1990 00:00:00 GMT"), None, id="not said"),
    ],
)
def test_lifetime(answer: Exchange, seconds: int | None) -> None:
    """How long a file may be kept is what Cache-Control says, and else Expires (RFC 9111, 4.2.1)."""
    assert resource(answer).lifetime_seconds == seconds


@pytest.mark.parametrize(
    ("answer", "size", "compressible"),
    [
        pytest.param(head(content_length="123"), 123, False, id="picture"),
        pytest.param(head(content_length="123", content_type="text/css"), 123, True, id="text"),
        pytest.param(head(content_length="123", content_type="image/svg+xml"), 123, True, id="drawing"),
        pytest.param(
            head(content_length="12", content_type="text/css", content_encoding="gzip"),
            12,
            False,
            id="packed",
        ),
        pytest.param(head(), None, False, id="not said"),
        pytest.param(head(content_length="many"), None, False, id="no number"),
        pytest.param(head(content_length="9" * 5_000), None, False, id="absurd"),
    ],
)
def test_size(answer: Exchange, size: int | None, compressible: bool) -> None:
    """The size is what the server says, and certain unless it may be compressed."""
    assert (resource(answer).size_bytes, resource(answer).compressible) == (size, compressible)


def test_weight_counts_what_was_not_asked() -> None:
    """Files that the budget left out are requests all the same; others' hosts are not the site's own."""
    other = "https://b.test/a.js"
    wanted = [
        Wanted(FILE, ResourceKind.IMAGE),
        Wanted(other, ResourceKind.SCRIPT),
        Wanted(f"{SITE}b.jpg", ResourceKind.IMAGE),
    ]
    answers = [head(content_length="5"), replace(head(), url=other)]
    weight = home_weight(replace(home(), size_bytes=77), answers, wanted)

    assert isinstance(weight, HomeWeight)
    assert (weight.page_bytes, weight.requests) == (77, 4)
    assert [(one.url, one.own) for one in weight.resources] == [(FILE, True), (other, False)]


def test_not_captured() -> None:
    """Evidence of a capture that asked for none of it says so; a dead home page gives its own reason."""
    nothing = [exchange(purpose=Purpose.HOME)]
    wanted = [Wanted(FILE, ResourceKind.IMAGE)]
    dead = failure("timeout")

    for record in (
        first_bytes(home(), nothing),
        home_weight(home(), nothing, wanted),
        not_found(PLAN, nothing),
    ):
        assert record == Failure(FailureReason.NOT_CAPTURED)
    assert first_bytes(dead, nothing) == home_weight(dead, nothing, wanted) == dead


def test_times() -> None:
    """Only answers of the same address with the same status are times of the home page."""
    later = [
        replace(exchange(purpose=Purpose.HALFWAY), first_byte_ms=250.0),
        exchange(purpose=Purpose.LAST, status=503),
    ]

    assert first_bytes(home(first_byte_ms=120.0), later) == FirstBytes(SITE, (120.0, 250.0))


def test_missing_address() -> None:
    """It stands beside the home page, and depends on the seed and the site alone."""
    first = missing_url(PLAN, f"{SITE}web/index.php?x=/y/")

    assert first.startswith(f"{SITE}web/")
    assert first == missing_url(PLAN, f"{SITE}web/")
    assert first != missing_url(replace(PLAN, seed=1), f"{SITE}web/")
    assert first != missing_url(replace(PLAN, site=Site("lain", SITE, SITE)), f"{SITE}web/")


def test_not_found_is_cut() -> None:
    """Of the page no more is kept than a check needs."""
    body = "<title>404</title>" + "kata " * 5_000 + "<a href=/>x</a>" * 500
    url = missing_url(PLAN, SITE)
    found = not_found(PLAN, [exchange(body, url=url, status=404, purpose=Purpose.NOT_FOUND)])

    assert isinstance(found, NotFound)
    assert found.reading is not None
    assert len(found.reading.text) <= 2_000
    assert len(found.reading.links) == 50
    assert found.reading.words > 5_000
