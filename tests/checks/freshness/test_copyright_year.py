"""`copyright-year`: the year at the foot of the page."""

from datetime import date

import pytest

from tests.evidence import SITE, failure, home, moment, reading, readings, seen
from webaudit.checks.freshness.copyright_year import copyright_year
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("© 2026 Dinas", 2026, id="sign"),
        pytest.param(
            "Copyright (c) Dinas Kesehatan Provinsi Contoh 2025. All rights reserved", 2025, id="name first"
        ),
        pytest.param("Hak Cipta © 2019", 2019, id="past"),
        pytest.param("© 2015 - 2026 Dinas", 2026, id="span"),
        pytest.param("2018 © Dinas", 2018, id="year first"),
        pytest.param("Agenda 12 November 2026 © 2019 Dinas", 2019, id="a day before the notice"),
        pytest.param("Agenda 12 November 2026 © Dinas Kesehatan", None, id="a day, and no year"),
        pytest.param("Hari ini: 12-11-2026 © Dinas Kesehatan", None, id="a day in digits"),
        pytest.param("© Dinas Kesehatan. Hari ini: 2026-11-12", None, id="a clock behind the notice"),
        pytest.param("© Dinas Kesehatan", None, id="no year"),
        pytest.param("Tahun 2015 Dinas", None, id="no notice"),
        pytest.param("© 2099 Dinas", None, id="a year that has not come"),
        pytest.param("UU Hak Cipta Tahun 2014 " + "kata " * 500, None, id="a law in an article"),
    ],
)
def test_year(text: str, year: int | None) -> None:
    """The latest year of the notice at the end is read; this year's and last year's pass."""
    verdicts = list(copyright_year(readings(reading(text)), home(f"200 {SITE}"), moment()))

    assert [verdict.outcome for verdict in verdicts] == (
        [] if year is None else [Outcome.PASSED if year >= 2025 else Outcome.FAILED]
    )


def test_home_page_first() -> None:
    """The home page's notice counts before those of others; without one, the latest does."""
    other = reading("© 2026 Dinas", url=f"{SITE}x")

    (verdict,) = copyright_year(readings(reading("© 2019 Dinas"), other), home(f"200 {SITE}"), moment())
    assert verdict.outcome is Outcome.FAILED

    (verdict,) = copyright_year(readings(reading("Dinas"), other), failure("dns"), moment())
    assert verdict.outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("day", "code"),
    [
        pytest.param(date(2021, 3, 3), "year-alone", id="nothing new for years"),
        pytest.param(date(2025, 1, 2), "", id="news of last year"),
    ],
)
def test_year_alone(day: date, code: str) -> None:
    """A current year proves nothing where all that is dated is old."""
    pages = readings(reading("© 2026 Dinas", dates=[seen(day)]))
    (verdict,) = copyright_year(pages, home(f"200 {SITE}"), moment())

    assert verdict.code == code
