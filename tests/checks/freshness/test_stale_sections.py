"""`stale-sections`: sections whose newest item is long past, and none that only looks so."""

from datetime import date

import pytest

from tests.evidence import moment, reading, readings, region, seen
from webaudit.checks.freshness.stale_sections import stale_sections
from webaudit.model.finding import Outcome
from webaudit.model.reading import Reading

URL = "https://dinas.contohprov.go.id/"
OLD, NEW = date(2021, 3, 3), date(2026, 6, 1)


def shown(path: str, *days: date, text: str = "") -> Reading:
    """A page that shows these days."""
    return reading(text, url=URL + path, dates=[seen(day) for day in days])


def asked(*pages: Reading) -> dict[str, Outcome]:
    """The outcome of each section by the path of its list."""
    verdicts = stale_sections(readings(*pages), moment(), region())
    return {str(verdict.here).removeprefix(URL): verdict.outcome for verdict in verdicts}


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param([shown("agenda", OLD)], {"agenda": Outcome.FAILED}, id="old"),
        pytest.param([shown("agenda", NEW)], {"agenda": Outcome.PASSED}, id="new"),
        pytest.param([shown("agenda", date(2025, 7, 5))], {"agenda": Outcome.PASSED}, id="a year old"),
        pytest.param([shown("agenda", date(2025, 7, 4))], {"agenda": Outcome.FAILED}, id="a year and a day"),
        pytest.param([shown("category/pengumuman/", OLD)], {"category/pengumuman/": Outcome.FAILED}, id="c"),
        pytest.param([shown("galeri/page/2", OLD)], {"galeri/page/2": Outcome.FAILED}, id="numbered"),
        pytest.param([shown("agenda", OLD), shown("agenda/rapat", NEW)], {"agenda": Outcome.PASSED}, id="n"),
        pytest.param([shown("agenda"), shown("agenda/rapat", OLD)], {}, id="the list shows no date"),
        pytest.param([shown("agenda/rapat", OLD)], {}, id="the list was not captured"),
        pytest.param([shown("profil", OLD)], {}, id="no section"),
        pytest.param([shown("agenda", date(2027, 1, 1))], {}, id="days to come alone"),
        pytest.param(
            [shown("agenda", OLD, text="Rapat 12-14 Agustus 2026")],
            {"agenda": Outcome.PASSED},
            id="event",
        ),
        pytest.param(
            [shown("agenda", OLD, text="Kontak 2026")],
            {"agenda": Outcome.FAILED},
            id="a year alone",
        ),
        pytest.param(
            [shown("agenda", OLD), shown("berita", NEW)],
            {"agenda": Outcome.FAILED, "berita": Outcome.PASSED},
            id="each by itself",
        ),
    ],
)
def test_outcome(pages: list[Reading], expected: dict[str, Outcome]) -> None:
    """A section whose list was captured fails if the newest date of its pages is more than a year old."""
    assert asked(*pages) == expected


def test_dates_of_the_frame() -> None:
    """What stands on most pages, as a list of the most read, dates no section."""
    pages = [shown(path, OLD) for path in ("", "agenda", "profil", "kontak")]

    assert asked(*pages) == {}


def test_month_in_the_frame() -> None:
    """A later month that stands on most pages, in a clock or a footer, is no event of the agenda."""
    frame = "Terakhir diperbarui 1 Juli 2026"
    pages = [shown("agenda", OLD, text=frame), *(shown(path, text=frame) for path in ("profil", "kontak"))]

    assert asked(*pages) == {"agenda": Outcome.FAILED}
    assert asked(*pages[:2], shown("agenda/rapat", text="Rapat 3-4 Juli 2026")) == {"agenda": Outcome.PASSED}


def test_place() -> None:
    """The verdict tells the list, the day and the age."""
    (verdict,) = stale_sections(readings(shown("agenda", OLD)), moment(), region())

    assert (verdict.here, verdict.values["date"]) == (f"{URL}agenda", "2021-03-03")
    assert verdict.measure is not None
    assert verdict.measure.value == (date(2026, 7, 5) - OLD).days
