"""The years of documents: what is one, what is a regulation's or a day's, and who knows it better."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence import moment, region
from webaudit.extract.years import agreed, list_years, plan_years, report_years, years_in, years_of_file

NOT_NAMED = "https://a.example/x.pdf"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("LKjIP 2025", (2025,)),
        ("LAKIP_2024_final", (2024,)),
        ("DPA2026", (2026,)),
        ("Renstra 2025-2029", (2025, 2026, 2027, 2028, 2029)),
        ("Renstra Tahun 2024–2026", (2024, 2025, 2026)),
        ("RENSTRA 2024 s.d. 2026", (2024, 2025, 2026)),
        ("Rencana 2024 sampai dengan 2026", (2024, 2025, 2026)),
        ("renstra_2025_2029", (2025, 2026, 2027, 2028, 2029)),
        # Too far apart to be one plan of an agency.
        ("Statistik 2005-2025", (2005, 2025)),
        ("RKA 2026 dan 2027", (2026, 2027)),
        ("Neraca per 31 Desember 2025", (2025,)),
        ("LRA 31-12-2025", (2025,)),
        ("Keputusan Kepala Dinas Nomor 12 Tahun 2025 tentang DIP", (2025,)),
        # Days, regulations and other numbers are no years of a document.
        ("DPA 2026, diunggah 12 Januari 2027", (2026,)),
        ("12/01/2026", ()),
        ("Juli 3, 2025", ()),
        ("2026-01-15", ()),
        ("20260115_renja", ()),
        ("UU Nomor 14 Tahun 2008", ()),
        ("Undang-Undang No. 14 Tahun 2008", ()),
        ("Perki 1/2021", ()),
        ("Peraturan Gubernur Nomor 12 Tahun 2023 tentang Renstra 2024-2026", (2024, 2025, 2026)),
        ("Rp2025000", ()),
        ("2048x1536", ()),
        ("1999", ()),
        ("", ()),
    ],
)
def test_years_in(text: str, years: tuple[int, ...]) -> None:
    """A year, a span or the last day of a year is told from all that only looks like one."""
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("url", "years"),
    [
        ("https://a.example/wp-content/uploads/2026/03/DPA%202025.pdf", (2025,)),
        ("https://a.example/unduh?file=renja-2026&v=2", (2026,)),
        ("https://a.example/2026/", (2026,)),
        ("https://a.example/2026/x.pdf", ()),
    ],
)
def test_years_of_file(url: str, years: tuple[int, ...]) -> None:
    """The folder of uploads says when something came, not of which year it is."""
    assert years_of_file(url) == years


def test_who_knows_better() -> None:
    """What both say counts; a file that is called by its kind knows its year; otherwise it is disputed."""
    both = agreed((2024, 2025), "https://a.example/x-2025.pdf")
    file = agreed((2026,), "https://a.example/dpa-2023.pdf", decides=True)
    apart = agreed((2026,), "https://a.example/x-2023.pdf")
    around = agreed((), NOT_NAMED, around=(2025,))

    assert (both, file, apart, around) == (
        ((2025,), False),
        ((2023,), False),
        ((2026,), True),
        ((2025,), False),
    )


@pytest.mark.parametrize(("uploaded", "disputed"), [(2022, True), (2024, True), (2025, False), (2026, False)])
def test_uploaded_before(uploaded: int, disputed: bool) -> None:
    """A plan is ready a year ahead; what was there before that is of another year."""
    assert agreed((2026,), f"https://a.example/uploads/{uploaded}/03/x.pdf") == ((2026,), disputed)


def test_due() -> None:
    """Until the end of March reports and plans of a year earlier will do; the zone is the province's."""
    here = region()
    march = moment(datetime(2026, 3, 31, 16, tzinfo=UTC))
    april = moment(datetime(2026, 3, 31, 18, tzinfo=UTC))

    assert report_years(march, here) == (2024, 2025)
    assert report_years(april, here) == (2025,)
    assert plan_years(march, here) == (2025, 2026, 2027)
    assert plan_years(april, here) == (2026, 2027)
    assert list_years(april, here) == (2025, 2026, 2027)


@given(st.text(alphabet="0123456789 -/._tahunsdperaturanno20", max_size=600))
def test_any_text(text: str) -> None:
    """Whatever a text says, the years are ascending and of this century's first decades."""
    years = years_in(text)

    assert list(years) == sorted(set(years))
    assert all(2000 <= year < 2040 for year in years)
