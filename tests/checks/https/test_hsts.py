"""`hsts`: a browser that was there once comes back by https."""

from dataclasses import replace

import pytest

from tests.evidence import home
from webaudit.checks.https.hsts import hsts
from webaudit.model.finding import Outcome
from webaudit.model.reading import PageKind

FIELD = "strict-transport-security"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param("max-age=31536000; includeSubDomains", "", id="one year"),
        pytest.param("max-age=31536000", "without-subdomains", id="for the host alone"),
        pytest.param(
            'includeSubDomains; MAX-AGE = "63072000" ; preload', "preload-below", id="any case, quoted"
        ),
        pytest.param("max-age=31536000; preload", "preload-unmet", id="preload in vain"),
        pytest.param("max-age=" + "9" * 5_000, "without-subdomains", id="absurd"),
        pytest.param("max-age=31535999", "hsts-short", id="a second less"),
        pytest.param("max-age=300", "hsts-short", id="minutes"),
        pytest.param("max-age=0", "hsts-off", id="switched off"),
        pytest.param("includeSubDomains", "hsts-broken", id="no max-age"),
        pytest.param("max-age=-1", "hsts-broken", id="negative"),
        pytest.param("max-age=setahun", "hsts-broken", id="in words"),
        pytest.param("", "hsts-broken", id="empty"),
        pytest.param(None, "hsts-missing", id="absent"),
    ],
)
def test_outcome(written: str | None, code: str) -> None:
    """A max-age of a year or more passes."""
    seen = replace(home(), headers=() if written is None else ((FIELD, written),))
    (verdict,) = hsts(seen)

    assert verdict.code == code
    assert (verdict.outcome is Outcome.FAILED) is code.startswith("hsts-")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://contohprov.go.id/", "preload"),
        ("https://www.contohprov.go.id/", "preload-below"),
        ("https://dinas.contohprov.go.id/", "preload-below"),
        ("https://dinas.page/", "preloaded"),
    ],
)
def test_preload_is_for_whole_domains(url: str, code: str) -> None:
    """Browsers take whole domains that somebody registered, and know others by their list."""
    seen = replace(home(f"200 {url}"), headers=((FIELD, "max-age=31536000; includeSubDomains; preload"),))
    (verdict,) = hsts(seen)

    assert verdict.code == code


@pytest.mark.parametrize(
    ("url", "dated"), [("https://contohprov.go.id/", True), ("https://contoh.example/", False)]
)
def test_what_the_list_says_is_dated(url: str, dated: bool) -> None:
    """Of a name of go.id the copy of the list tells, with its day; of others it says nothing."""
    seen = replace(home(f"200 {url}"), headers=((FIELD, "max-age=31536000; includeSubDomains; preload"),))
    (verdict,) = hsts(seen)

    assert (verdict.values.get("date") == "2025-01-01") is dated
    assert ("{date}" in verdict.message) is dated


def test_the_first_field_counts() -> None:
    """Browsers heed the first of several (RFC 6797, 8.1)."""
    seen = replace(home(), headers=((FIELD, "max-age=0"), (FIELD, "max-age=31536000")))
    (verdict,) = hsts(seen)

    assert verdict.code == "hsts-off"


@pytest.mark.parametrize("url", ["http://a.example/", "https://192.0.2.1/", "https://[2001:db8::1]/"])
def test_no_target(url: str) -> None:
    """Over plain http, and under an address of numbers, browsers do not heed it."""
    assert list(hsts(home(f"200 {url}"))) == []


def test_a_firewall_is_not_judged() -> None:
    """What stands in front of the site sends headers of its own."""
    (verdict,) = hsts(home(kind=PageKind.BLOCKED))

    assert verdict.outcome is Outcome.CANT_TELL
