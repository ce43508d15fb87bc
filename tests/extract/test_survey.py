"""The result of a survey: the index and its year, and what only looks like one."""

import pytest

from tests.evidence import SITE, reading
from webaudit.extract.survey import results, year_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nilai IKM Tahun 2025: 88,35 (Baik)", [(88.35, 2025)]),
        ("Indeks Kepuasan Masyarakat Triwulan II Tahun 2026 sebesar 91.2", [(91.2, 2026)]),
        ("IKM 85,07 Mutu Pelayanan B, periode Januari - Juni 2026", [(85.07, 2026)]),
        ("Nilai SKM 90, semester 2 tahun 2025", [(90.0, 2025)]),
        ("Indeks kepuasan: 100", [(100.0, 0)]),
        ("Nilai IKM 84,50", [(84.5, 0)]),
        ("Nilai IKM tahun 2031 adalah 84,50", [(84.5, 0)]),
        ("SKM diikuti 150 responden", []),
        ("Hasil SKM: 45 responden, 9 unsur", []),
        ("SKM Dinas, Jalan Merdeka 45, tahun 2026", []),
        ("Survei SKM dibuka 25 Juni 2026", []),
        ("Nilai IKM 3,42 dari 4", []),
        ("Nilai IKM 188,35", []),
        ("Telepon 88,35", []),
    ],
)
def test_results(text: str, expected: list[tuple[float, int]]) -> None:
    """An index stands behind a word that announces it; its year stands beside it and is not to come."""
    found = results([reading(text)], 2026)

    assert [(one.value, one.year) for one in found] == expected


def test_place() -> None:
    """The page and the words that tell it are named."""
    (found,) = results([reading("Selamat datang. Nilai IKM 88,35")], 2026)

    assert (found.url, found.raw) == (SITE, "nilai ikm 88,35")


def test_year_in() -> None:
    """The latest year that is not to come."""
    assert year_in("Laporan SKM 2024-2025 (2030)", 2026) == 2025
    assert year_in("Laporan SKM", 2026) == 0
