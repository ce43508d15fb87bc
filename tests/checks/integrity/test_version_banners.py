"""`version-banners`: versions that answers tell, and those that nobody mends any more."""

from datetime import UTC, datetime

import pytest

from tests.evidence import heads, moment
from webaudit.checks.integrity.version_banners import version_banners
from webaudit.model.heads import Head, Heads

NOW = moment(datetime(2026, 11, 24, tzinfo=UTC))


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("server", "nginx", [("", None)]),
        ("server", "cloudflare", [("", None)]),
        ("server", "nginx/1.30.4", [("version-shown", "nginx")]),
        ("server", "nginx/1.18.0 (Ubuntu)", [("support-ended", "nginx")]),
        ("server", "nginx/1.28.3", [("support-ended", "nginx")]),
        (
            "server",
            "Apache/2.4.58 (Unix) OpenSSL/1.0.2k PHP/8.3.1",
            [("version-shown", "Apache"), ("support-ended", "OpenSSL"), ("version-shown", "PHP")],
        ),
        ("x-powered-by", "PHP/7.4.33", [("support-ended", "PHP")]),
        ("x-powered-by", "PHP/8.3.6", [("version-shown", "PHP")]),
        ("x-powered-by", "PleskLin", [("", None)]),
        ("x-aspnet-version", "4.0.30319", [("version-shown", "ASP.NET")]),
        ("server", "Microsoft-IIS/8.5", [("support-ended", "Microsoft-IIS")]),
        ("x-generator", "Drupal 10 (https://www.drupal.org)", [("", None)]),
        ("x-generator", "Drupal 7 (http://drupal.org)", [("support-ended", "Drupal")]),
    ],
)
def test_fields(field: str, value: str, expected: list[tuple[str, str | None]]) -> None:
    """Each software whose version is told is a fault; a name alone is none."""
    said = [(one.code, one.values.get("software")) for one in version_banners(heads([(field, value)]), NOW)]

    assert said == expected


def test_generator() -> None:
    """The page's own meta element tells as much."""
    (verdict,) = version_banners(Heads((Head("https://a.example/", generator="WordPress 6.4.2"),)), NOW)

    assert (verdict.code, verdict.values["software"]) == ("version-shown", "WordPress")


@pytest.mark.parametrize(
    ("version", "code"),
    [
        ("4.6.29", "support-ended"),
        ("4.9.26", "version-shown"),
        ("3.9", "support-ended"),
        ("6.8.1", "version-shown"),
    ],
)
def test_wordpress(version: str, code: str) -> None:
    """Branches of WordPress that get no mending for holes any more are named as such."""
    (verdict,) = version_banners(Heads((Head("https://a.example/", generator=f"WordPress {version}"),)), NOW)

    assert verdict.code == code


def test_support_is_counted_from_the_capture() -> None:
    """What was still mended when the site was captured is no old version."""
    then = moment(datetime(2022, 6, 1, tzinfo=UTC))
    (verdict,) = version_banners(heads([("x-powered-by", "PHP/7.4.33")]), then)

    assert verdict.code == "version-shown"


def test_nothing_named() -> None:
    """Where nothing is named there is no target."""
    assert list(version_banners(heads([("content-type", "text/html")]), NOW)) == []
