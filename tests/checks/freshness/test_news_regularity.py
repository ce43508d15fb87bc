"""`news-regularity`: months with something new, and nothing held against what was not captured."""

from collections.abc import Iterable
from datetime import date

import pytest

from tests.evidence import failure, link, moment, reading, readings, region, seen, sitemaps
from webaudit.checks.freshness.news_regularity import news_regularity
from webaudit.model.evidence import Sitemaps
from webaudit.model.feed import FeedItem, Feeds
from webaudit.model.finding import Outcome, Verdict
from webaudit.model.reading import DateSign, Reading
from webaudit.model.record import Failure

NONE = failure("http-status")
URL = "https://dinas.contohprov.go.id/"
MORE = (link(f"{URL}berita/lama"),)
"""A link to a page that was not captured."""

YEAR = [date(2026, month, 1) for month in (7, 6, 5, 4, 3, 2, 1)] + [
    date(2025, month, 1) for month in (12, 11, 10, 9, 8)
]


def asked(
    *pages: Reading, maps: Sitemaps | Failure = NONE, feeds: Feeds | Failure = NONE
) -> tuple[Outcome, str, float | None]:
    """Outcome, code and months of the verdict on a site of these pages."""
    verdict = told(*pages, maps=maps, feeds=feeds)
    return verdict.outcome, verdict.code, verdict.measure.value if verdict.measure else None


def told(*pages: Reading, maps: Sitemaps | Failure = NONE, feeds: Feeds | Failure = NONE) -> Verdict:
    """The verdict on a site of these pages."""
    (verdict,) = news_regularity(readings(*pages), maps, feeds, moment(), region())
    return verdict


def listed(days: Iterable[date], path: str = "berita") -> Reading:
    """A page that shows these days, in this order, and links to more."""
    return reading(url=URL + path, dates=[seen(day) for day in days], links=MORE)


def in_feed(days: Iterable[date], confidence: float = 0.7) -> Feeds:
    """A feed with an item of each day."""
    return Feeds(
        tuple(
            FeedItem(f"{URL}{day}", seen(day, method="feed", confidence=confidence), f"{URL}feed/")
            for day in days
        )
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(YEAR, (Outcome.PASSED, "", 12), id="every month"),
        pytest.param([*YEAR[:8], YEAR[11]], (Outcome.PASSED, "", 9), id="nine months, and the list goes on"),
        pytest.param([*YEAR[:7], YEAR[11]], (Outcome.FAILED, "months-without-news", 8), id="eight"),
        pytest.param(
            [date(2026, 7, 1), date(2026, 7, 1), date(2024, 7, 1)],
            (Outcome.CANT_TELL, "too-little-seen", 1),
            id="two days are no list",
        ),
        pytest.param(
            [date(2022, 3, day) for day in (9, 8, 7)], (Outcome.FAILED, "months-without-news", 0), id="dead"
        ),
        pytest.param([date(2022, 3, 9)], (Outcome.FAILED, "months-without-news", 0), id="long dead"),
        pytest.param(YEAR[:8], (Outcome.CANT_TELL, "too-little-seen", 8), id="the list ends too soon"),
        pytest.param([*YEAR[1:], date(2025, 7, 1)], (Outcome.PASSED, "", 12), id="nothing yet this month"),
        pytest.param(
            [YEAR[0], YEAR[11], YEAR[5], date(2025, 7, 1)],
            (Outcome.CANT_TELL, "too-little-seen", 3),
            id="out of order, so no list",
        ),
        pytest.param([date(2027, 1, 1)], (Outcome.CANT_TELL, "no-date", None), id="to come"),
        pytest.param([], (Outcome.CANT_TELL, "no-date", None), id="no day"),
    ],
)
def test_months(days: list[date], expected: tuple[Outcome, str, int]) -> None:
    """Months are counted; those beyond the end of all lists are unknown, those within are without news."""
    assert asked(listed(days)) == expected


def test_lists_that_follow_one_another() -> None:
    """The second page of a list goes on where the first one ends; a list of something older does not."""
    first, second = listed(YEAR[:4]), listed([YEAR[3], YEAR[8], date(2025, 1, 1)], "berita/2")
    apart = listed([YEAR[6], YEAR[8], date(2025, 1, 1)], "arsip")

    assert asked(first, second) == (Outcome.FAILED, "months-without-news", 5)
    assert asked(first, apart)[:2] == (Outcome.CANT_TELL, "too-little-seen")


def test_all_pages_captured() -> None:
    """Where every page of the site was read, a month without anything is one."""
    pages = [
        reading(url=f"{URL}{n}", dates=[seen(date(2026, 7, n))], links=[link(f"{URL}1")]) for n in (1, 2, 3)
    ]

    assert asked(*pages) == (Outcome.FAILED, "months-without-news", 1)
    assert asked(*pages, listed([]))[0] is Outcome.CANT_TELL


def test_most_read_beside_a_list() -> None:
    """Old items that stand beside the list on every page do not make it reach back to them."""
    old = [seen(date(2024, 1, 1), raw="1 Jan 2024"), seen(date(2023, 1, 1), raw="1 Jan 2023")]
    others = [reading(url=f"{URL}{number}", dates=old, links=MORE) for number in range(3)]
    news = reading(url=f"{URL}berita", dates=[*map(seen, YEAR[:3]), *old], links=MORE)

    assert asked(news, *others) == (Outcome.CANT_TELL, "too-little-seen", 3)


def test_feed() -> None:
    """A feed leaves nothing out between its oldest item and its newest; one that gives today to all does."""
    days = [date(2026, 7, 1), date(2026, 3, 1), date(2025, 3, 1)]

    assert asked(listed([]), feeds=in_feed(days)) == (Outcome.FAILED, "months-without-news", 2)
    assert asked(listed([]), feeds=in_feed(YEAR)) == (Outcome.PASSED, "", 12)
    assert asked(listed([]), feeds=in_feed(YEAR, 0.2)) == (Outcome.CANT_TELL, "no-date", None)


@pytest.mark.parametrize(
    ("shown", "lastmods", "months"),
    [
        pytest.param(YEAR[:3], YEAR, 12, id="borne out"),
        pytest.param([date(2021, 1, n) for n in (1, 2, 3)], YEAR, 0, id="pages show other days"),
        pytest.param(YEAR[:3], [YEAR[0]] * 12, 3, id="one day for all"),
        pytest.param(YEAR[:1], YEAR, 1, id="one page bears out nothing"),
    ],
)
def test_sitemap(shown: list[date], lastmods: list[date], months: int) -> None:
    """A sitemap counts if it tells pages apart and the pages that were read show the days that it says."""
    pages = [reading(url=f"{URL}{number}", dates=[seen(day)], links=MORE) for number, day in enumerate(shown)]
    maps = sitemaps(*((f"{URL}{number}", day.isoformat()) for number, day in enumerate(lastmods)))
    measure = told(*pages, maps=maps).measure

    assert measure is not None
    assert measure.value == months


def test_table() -> None:
    """The values tell each month: on how many days something was new, or that it is not known."""
    twice = [date(2026, 7, 2), *YEAR[:3]]
    verdict = told(listed(twice))

    assert str(verdict.values["table"]).startswith(
        "2026-07: 2, 2026-06: 1, 2026-05: 1, 2026-04: ?, 2026-03: ?"
    )
    assert str(verdict.values["without"]).startswith("2026-04, 2026-03")


def test_change_told_to_machines() -> None:
    """Days of a change that machines alone are told fill no month."""
    told_to_machines = [DateSign(day, str(day), "meta", 0.4) for day in YEAR]

    assert asked(reading(url=URL, dates=told_to_machines))[1] == "no-date"
