"""`isolation-headers`: pages with such forms are kept apart, and orders are such as browsers read."""

import pytest

from tests.evidence import SITE, heads
from webaudit.checks.https.isolation_headers import isolation_headers
from webaudit.model.finding import Location
from webaudit.model.heads import Forms, PersonalForm

FORM = Forms((PersonalForm(Location(SITE)),))
OPENER = ("cross-origin-opener-policy", "same-origin-allow-popups")


def codes(*fields: tuple[str, str], forms: Forms = FORM) -> list[str]:
    """Codes for one page."""
    return [verdict.code for verdict in isolation_headers(heads(fields), forms)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ((), ["opener-open"]),
        ((OPENER,), [""]),
        ((("cross-origin-opener-policy", "same-origin; report-to=x"),), [""]),
        ((("cross-origin-opener-policy", "unsafe-none"),), ["opener-open"]),
        ((OPENER, ("cross-origin-opener-policy", "same-origin")), ["opener-open"]),
        ((OPENER, ("cross-origin-resource-policy", "same-site")), [""]),
        ((OPENER, ("cross-origin-resource-policy", "cross-origin")), ["resource-open"]),
        ((("cross-origin-opener-policy", "sameorigin"),), ["order-unknown", "opener-open"]),
    ],
)
def test_page_with_a_form(fields: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    """Where personal data are asked for, the window has to be kept apart."""
    assert codes(*fields) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("camera=(), microphone=()", [""]),
        ('geolocation=(self "https://peta.example"), fullscreen=*', [""]),
        ("camera=self;report-to=x, usb=()", [""]),
        ("browsing-topics=(), camera=( )", [""]),
        ("camera=*, geolocation=(*)", ["permissions-wide"]),
        ("geolocation 'self'; camera 'none'", ["permissions-unread"]),
        ("camera=(), microphone=(),", ["permissions-unread"]),
        ("camera=('none')", ["permissions-unread"]),
        ("Camera=()", ["permissions-unread"]),
        ("camera=(" + "a" * 5_000 + "!é", ["permissions-unread"]),
    ],
)
def test_permissions(written: str, expected: list[str]) -> None:
    """One fault in it, and browsers pass the whole over."""
    assert codes(("permissions-policy", written), forms=Forms()) == expected


def test_nothing_to_keep_apart() -> None:
    """A page without such a form and such an order is no target."""
    assert codes(("x-frame-options", "DENY"), forms=Forms()) == []
