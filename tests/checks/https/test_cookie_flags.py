"""`cookie-flags`: each cookie by its worst setting."""

import pytest

from tests.evidence import heads
from webaudit.checks.https.cookie_flags import cookie_flags
from webaudit.model.finding import Location, Outcome
from webaudit.model.home_page import HomeWeight, Resource, ResourceKind
from webaudit.model.record import Failure, FailureReason

UNSEEN = Failure(FailureReason.NOT_CAPTURED)


def codes(*cookies: str, url: str = "https://a.example/") -> list[str]:
    """The code of each cookie, set on a page of its own."""
    seen = heads(*[[("set-cookie", one)] for one in cookies], url=url)
    return [one.code for one in cookie_flags(seen, UNSEEN)]


@pytest.mark.parametrize(
    ("cookie", "code"),
    [
        ("PHPSESSID=x; path=/; secure; HttpOnly", ""),
        ("PHPSESSID=x; path=/; HttpOnly", "cookie-insecure"),
        ("laravel_session=x; secure", "session-readable"),
        ("wordpress_logged_in_9=x; Secure", "session-readable"),
        ("XSRF-TOKEN=x; Secure; SameSite=Lax", ""),
        ("bahasa=id", "cookie-insecure"),
        ("bahasa=id; Secure; SameSite=", "samesite-broken"),
        ("bahasa=id; SameSite=None", "cookie-refused"),
        ("__Secure-a=1", "cookie-refused"),
        ("__Host-a=1; Secure; Path=/; Domain=a.example", "cookie-refused"),
        ("__Host-a=1; Secure; Path=/", ""),
        ("a=1; data=secure", "cookie-insecure"),
    ],
)
def test_flags(cookie: str, code: str) -> None:
    """The flags count, and what the cookie's name promises."""
    assert codes(cookie) == [code]


def test_worst_setting_counts() -> None:
    """The same cookie is one target; a page that sets it well does not hide one that does not."""
    assert codes("sid=1; Secure; HttpOnly", "sid=2; Secure") == ["session-readable"]


def test_over_plain_http() -> None:
    """A page without https has no secure cookies to set."""
    assert codes("sid=1", url="http://a.example/") == []


def test_value_is_not_told() -> None:
    """What a cookie holds may be a key: it stands in no finding."""
    (verdict,) = cookie_flags(heads([("set-cookie", "sid=rahasia; Secure")]), UNSEEN)

    assert verdict.outcome is Outcome.FAILED
    assert isinstance(verdict.here, Location)
    assert "rahasia" not in verdict.here.snippet + str(verdict.values)


@pytest.mark.parametrize(("own", "expected"), [(True, ["session-readable"]), (False, [])])
def test_cookies_of_files(own: bool, expected: list[str]) -> None:
    """The site's own files set cookies as its pages do; what other sites set is theirs."""
    file = Resource(
        "https://a.example/a.php", ResourceKind.SCRIPT, own, 200, cookies=("PHPSESSID=1; Secure",)
    )
    said = cookie_flags(heads([]), HomeWeight("https://a.example/", 1, 2, (file,)))

    assert [one.code for one in said] == expected
