"""Exchanges, facts and sites for the tests of the store."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from webaudit.model.evidence import VIEWS, Exchange, Purpose
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.site import Region, Site, SiteList
from webaudit.store.run import RunFile

NOW = datetime(2026, 11, 24, 1, 2, 3, 456789, UTC)


def exchange(number: int = 0, body: bytes = b"<html>", **fields: object) -> Exchange:
    """An answered Exchange; different for each number."""
    values: dict[str, object] = {
        "url": f"https://dinas.example/{number}",
        "purpose": Purpose.PAGE,
        "started_at": NOW + timedelta(seconds=number),
        "request_headers": (("user-agent", "webaudit"),),
        "http_version": "HTTP/1.1",
        "status": 200,
        "headers": (("content-type", "text/html"), ("transfer-encoding", "chunked")),
        "body": body,
        "address": "192.0.2.1",
        "first_byte_ms": 12.25,
        "total_ms": 30.5,
    }
    return Exchange(**(values | fields))  # type: ignore[arg-type]


def facts(*ids: str, **fields: object) -> RunFile:
    """Facts of a run over these sites."""
    sites = tuple(Site(id, f"https://{id}.example/") for id in ids or ("dinkes",))
    values: dict[str, object] = {
        "version": "0.1.0",
        "started_at": NOW,
        "sites": SiteList(Region(), sites, "sha256:00"),
        "settings": {"max_pages": 50, "rate": 1.5, "crawl": True, "select": ""},
    }
    return RunFile(**(values | fields))  # type: ignore[arg-type]


# Text as a client can hand it over: bytes that are no UTF-8 come as single low surrogates.
any_text = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF),
    ),
    max_size=30,
)
failures = st.builds(
    Failure, st.sampled_from(FailureReason), st.none() | st.sampled_from(Stage), detail=any_text
)
milliseconds = st.none() | st.floats(0, 1e9, allow_nan=False)
_fields = st.lists(
    st.tuples(
        st.sampled_from(["server", "transfer-encoding", "x-archive-orig-transfer-encoding", ""]) | any_text,
        any_text,
    ),
    max_size=5,
).map(tuple)
exchanges = st.builds(
    Exchange,
    url=st.sampled_from(["https://dinas.example/a?b=1", "http://[2001:db8::1]:8080/"]) | any_text,
    purpose=st.sampled_from([purpose for purpose in Purpose if purpose not in VIEWS]),
    started_at=st.datetimes(timezones=st.just(UTC)),
    request_headers=_fields,
    method=st.sampled_from(["GET", "HEAD"]) | any_text,
    http_version=st.sampled_from(["HTTP/1.1", "HTTP/1.0", "HTTP/2", "1.1", ""]) | any_text,
    status=st.none() | st.integers(-5, 100_000),
    headers=_fields,
    body=st.binary(max_size=2_000) | st.sampled_from([b"x" * 1_000, b"y" * 600, b"\r\n\r\n"]),
    address=st.sampled_from(["192.0.2.1", "2001:db8::1", ""]) | any_text,
    first_byte_ms=milliseconds,
    total_ms=milliseconds,
    truncated=st.booleans(),
    failure=st.none() | failures,
    attempt=st.integers(1, 2),
)
