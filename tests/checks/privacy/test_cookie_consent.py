"""`cookie-consent`: what follows visitors waits until they agree."""

import pytest

from tests.evidence import SITE, page
from webaudit.checks.privacy.cookie_consent import cookie_consent
from webaudit.extract.heads import head
from webaudit.model.heads import Heads
from webaudit.model.home_page import HomeWeight, Resource, ResourceKind
from webaudit.model.record import Failure, FailureReason

GTAG = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>'
UNSEEN = Failure(FailureReason.NOT_CAPTURED)
PIXEL = (
    "<script>!function(f,b,e,v){n=b.createElement(e);n.src=v}"
    "(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init','1')</script>"
)


def codes(html: str, *cookies: str) -> list[str]:
    """Codes for one page."""
    found = page(html, headers={"set-cookie": cookies[0]} if cookies else None)
    return [verdict.code for verdict in cookie_consent(Heads((head(found),)), UNSEEN)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(GTAG, ["tracker-script"], id="a script of a counter"),
        pytest.param(PIXEL, ["tracker-script"], id="a snippet that loads one"),
        pytest.param(GTAG + PIXEL, ["tracker-script"] * 2, id="two owners"),
        pytest.param(
            GTAG.replace("async", 'type="text/plain" data-category="analytics"'), [""], id="held back"
        ),
        pytest.param(
            f'<script src="https://cdn-cookieyes.com/client_data/a/script.js"></script>{GTAG}',
            ["consent-tool"],
            id="beside a banner",
        ),
        pytest.param(
            f"<script>gtag('consent', 'default', {{'analytics_storage': 'denied'}})</script>{GTAG}",
            ["consent-tool"],
            id="told to wait",
        ),
        pytest.param(
            '<script src="https://static.cloudflareinsights.com/beacon.min.js"></script>'
            '<script src="https://cdn.example/analytics.js"></script>',
            [""],
            id="scripts that set no cookie by themselves",
        ),
        pytest.param(
            "<script>(function(w,d,s,l,i){j.src='https://www.googletagmanager.com/gtm.js?id='+i})()</script>",
            ["tag-manager"],
            id="a loader of others",
        ),
        pytest.param(
            '<script type="text/plain" src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script>',
            [""],
            id="a loader that is held back",
        ),
        pytest.param(f"<template>{GTAG}</template><!-- {GTAG} -->", [""], id="not run"),
    ],
)
def test_scripts(html: str, expected: list[str]) -> None:
    """A script that is known to set cookies must not run as soon as a page is opened."""
    assert codes(html) == expected


@pytest.mark.parametrize(
    ("cookie", "expected"),
    [
        ("_ga=GA1.2.3; path=/", "tracker-cookie"),
        ("_ga_ABC123=GS1; path=/", "tracker-cookie"),
        ("_pk_id.1.1fff=x", "tracker-cookie"),
        ("PHPSESSID=4f1c; HttpOnly", ""),
        ("laravel_session=x; HttpOnly", ""),
        ("XSRF-TOKEN=x", ""),
        ("AWSALB=x", ""),
        ("__cf_bm=x; HttpOnly; Secure", ""),
        ("BIGipServerpool=1.2", ""),
        ("pll_language=id", ""),
        ("_gallery=1", ""),
    ],
)
def test_cookies(cookie: str, expected: str) -> None:
    """Only cookies that are known to follow people count; those that a site needs are fine."""
    assert codes("<p>Dinas", cookie) == [expected]


@pytest.mark.parametrize(
    ("cookie", "expected"), [("IDE=A; Secure", "tracker-file"), ("MUID=1", "tracker-file"), ("lang=id", "")]
)
def test_cookies_of_files(cookie: str, expected: str) -> None:
    """What a file that the home page loads sets counts as what the page sets, whoever serves it."""
    file = Resource("https://iklan.example/a.js", ResourceKind.SCRIPT, False, 200, cookies=(cookie,))
    said = cookie_consent(Heads((head(page("<p>Dinas")),)), HomeWeight(SITE, 1, 2, (file,)))

    assert [one.code for one in said] == [expected]
