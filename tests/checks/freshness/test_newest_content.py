"""`newest-content`: the newest credible date, and nothing that only looks like one."""

from datetime import UTC, date, datetime

import pytest

from tests.evidence import AT, failure, moment, reading, readings, region, seen, sitemaps
from webaudit.checks.freshness.newest_content import newest_content
from webaudit.extract.dates import DISPUTED
from webaudit.model.evidence import Sitemaps
from webaudit.model.feed import FeedItem, Feeds
from webaudit.model.finding import Outcome, Verdict
from webaudit.model.reading import DateSign
from webaudit.model.record import Failure

NONE = failure("http-status")
URL = "https://dinas.contohprov.go.id/"


def asked(*dates: DateSign, more: Sitemaps | Failure = NONE, feeds: Feeds | Failure = NONE) -> Verdict:
    """The verdict on a site whose one page shows these dates."""
    (verdict,) = newest_content(readings(reading(dates=dates)), more, feeds, moment(), region())
    return verdict


@pytest.mark.parametrize(
    ("day", "outcome", "code", "age"),
    [
        pytest.param(date(2026, 7, 5), Outcome.PASSED, "", 0, id="today"),
        pytest.param(date(2026, 4, 6), Outcome.PASSED, "", 90, id="90 days"),
        pytest.param(date(2026, 4, 5), Outcome.FAILED, "older-than-90-days", 91, id="91 days"),
        pytest.param(date(2026, 1, 6), Outcome.FAILED, "older-than-90-days", 180, id="180 days"),
        pytest.param(date(2026, 1, 5), Outcome.FAILED, "older-than-180-days", 181, id="181 days"),
        pytest.param(date(2025, 7, 4), Outcome.FAILED, "older-than-a-year", 366, id="366 days"),
    ],
)
def test_age(day: date, outcome: Outcome, code: str, age: int) -> None:
    """Age is counted in days of the province from the capture; each limit has its code."""
    verdict = asked(seen(day))

    assert (verdict.outcome, verdict.code) == (outcome, code)
    assert verdict.measure is not None
    assert verdict.measure.value == age


def test_newest_and_surest() -> None:
    """Of all dates the newest is taken, of equal ones the surest, and its values are told."""
    day = date(2026, 6, 24)
    verdict = asked(
        seen(date(2026, 1, 1), confidence=1.0), seen(day, confidence=0.6), seen(day, raw="24 Juni")
    )

    assert dict(verdict.values) == {
        "date": "2026-06-24",
        "days": 11,
        "method": "time",
        "raw": "24 Juni",
        "confidence": 0.9,
        "url": URL,
    }


@pytest.mark.parametrize(
    "sign",
    [
        pytest.param(seen(date(2026, 7, 6)), id="tomorrow"),
        pytest.param(seen(date(2099, 1, 1)), id="far future"),
        pytest.param(seen(date(1970, 1, 1)), id="epoch"),
        pytest.param(seen(date(2026, 7, 1), confidence=0.49), id="unsure"),
    ],
)
def test_incredible(sign: DateSign) -> None:
    """The future, the defaults of broken systems and mere guesses count as no date, not as stale."""
    assert asked(sign).outcome is Outcome.CANT_TELL


def test_zone() -> None:
    """A moment is read on the province's clocks: 18:00 UTC is the next day in Jakarta."""
    verdict = asked(seen(datetime(2026, 6, 30, 18, tzinfo=UTC), raw="x"))

    assert verdict.values["date"] == "2026-07-01"


def test_calendar_on_every_page() -> None:
    """Today's date that stands on most pages is a calendar; the news behind it is taken."""
    today = seen(AT.date(), raw="Minggu, 5 Juli 2026")
    pages = [reading(url=f"{URL}{n}", dates=[today, seen(date(2026, 6, n))]) for n in (1, 2, 3)]
    (verdict,) = newest_content(readings(*pages), NONE, NONE, moment(), region())

    assert verdict.values["date"] == "2026-06-03"


@pytest.mark.parametrize(
    ("lastmods", "code"),
    [
        pytest.param(("2026-06-01", "2026-05-01T01:02:03Z", "2026-04-30"), "sitemap-only", id="days"),
        pytest.param(("gestern", "", "2026-13-45"), "no-date", id="no days"),
    ],
)
def test_sitemap(lastmods: tuple[str, ...], code: str) -> None:
    """A sitemap alone decides nothing: any program writes any day into it."""
    more = sitemaps(*((f"{URL}{number}", lastmod) for number, lastmod in enumerate(lastmods)))

    assert (asked(more=more).outcome, asked(more=more).code) == (Outcome.CANT_TELL, code)


def in_feed(url: str, day: date) -> Feeds:
    """A feed of one item."""
    return Feeds((FeedItem(url, seen(day, method="feed", confidence=0.7), f"{URL}feed/"),))


def test_feed() -> None:
    """An item of a feed counts; where its page was read, what that shows is what citizens see."""
    day = date(2026, 6, 24)
    old = seen(date(2021, 3, 3))

    assert asked(feeds=in_feed(f"{URL}berita", day)).values["method"] == "feed"
    assert asked(old, feeds=in_feed(f"{URL}berita", day)).values["date"] == "2026-06-24"
    assert asked(old, feeds=in_feed(URL, day)).values["date"] == "2021-03-03"


def test_dispute_is_told() -> None:
    """A day that programs alone are told against what readers see is told, and does not count."""
    verdict = asked(
        seen(date(2021, 3, 3), method="text", confidence=0.8),
        seen(date(2026, 7, 4), method="json-ld", confidence=DISPUTED),
    )

    assert (verdict.code, verdict.values["disputed"]) == ("older-than-a-year", "2026-07-04")
    assert "{disputed}" in verdict.message


def test_pages_are_believed_before_sitemaps() -> None:
    """Old news stays old, whatever the sitemap says of it."""
    old = seen(date(2021, 3, 3))

    assert asked(old, more=sitemaps((URL, "2026-07-05"))).code == "older-than-a-year"
