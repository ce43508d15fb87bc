"""`public-information-list`: the list and its year, wherever the year is said."""

from datetime import UTC, datetime

import pytest

from tests.checks.offers import SENTENCES, offer, publish
from tests.evidence import link_target
from webaudit.checks.openness.public_information_list import public_information_list
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    "home",
    [
        '<a href="/dip.pdf">Daftar Informasi Publik 2026</a>',
        '<a href="/dip.pdf">Daftar Informasi Publik Tahun 2025</a>',
        '<a href="/daftar-informasi-publik-2026.pdf">Unduh</a>',
        "<table><tr><td>1<td>SK Daftar Informasi Publik<td>2026<td><a href=/f/17.pdf>Lihat</a></table>",
        "<h2>Daftar Informasi Publik</h2><h3>Tahun 2026</h3><p><a href=/f/17.pdf>Unduh</a></p>",
        "<h2>Daftar Informasi Publik</h2><ul><li>2024 <a href=/a.pdf>pdf</a><li>2026 <a "
        "href=/b.pdf>pdf</a></ul>",
        '<a href="https://ppid.contohprov.go.id/dip-2026">Daftar Informasi Publik 2026</a>',
    ],
)
def test_right_year(home: str) -> None:
    """The year stands in the link, the file's name, the row, the item or the heading above."""
    assert offer(public_information_list, home).outcome is Outcome.PASSED


def test_page_of_the_year() -> None:
    """A page that holds the list, and says of which year, needs no file."""
    page = f"<h1>Daftar Informasi Publik Tahun 2026</h1><p>{SENTENCES}</p>"
    verdict = offer(public_information_list, "<a href=/daftar>Daftar Informasi Publik</a>", daftar=page)

    assert verdict.outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("home", "code"),
    [
        ("<p>Kosong</p>", "absent"),
        ('<a href="/dip.pdf">Daftar Informasi Publik 2023</a>', "old"),
        # A file knows its year better than the one who links it.
        ('<a href="/daftar-informasi-publik-2022.pdf">Daftar Informasi Publik 2026</a>', "old"),
        (
            '<a href="https://drive.google.com/file/d/1/view">Daftar Informasi Publik 2026</a>',
            "outside-government-host",
        ),
    ],
)
def test_failing(home: str, code: str) -> None:
    """None, an old one, and one in a cloud fail, each by its own code."""
    verdict = offer(public_information_list, home)

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, code)


@pytest.mark.parametrize(
    ("home", "code"),
    [
        ('<a href="/dip.pdf">Daftar Informasi Publik</a>', "year-unknown"),
        # What is only cited is no year of the list.
        ('<a href="/dip.pdf">Daftar Informasi Publik (UU Nomor 14 Tahun 2008)</a>', "year-unknown"),
        ('<a href="/x-2022.pdf">Daftar Informasi Publik 2026</a>', "year-disputed"),
        ('<a href="/wp-content/uploads/2022/03/x.pdf">Daftar Informasi Publik 2026</a>', "year-disputed"),
    ],
)
def test_undecided(home: str, code: str) -> None:
    """Where nothing says of which year it is, or two things say otherwise, a person must look."""
    verdict = offer(public_information_list, home)

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, code)


def test_behind_a_login() -> None:
    """A folder that asks for an account is undecided, never missing."""
    url = "https://drive.google.com/drive/folders/7"
    door = link_target(f"302 {url}\n200 https://accounts.google.com/v3/signin", internal=False)
    verdict = offer(public_information_list, f'<a href="{url}">Daftar Informasi Publik 2026</a>', door)

    assert verdict.outcome is Outcome.CANT_TELL


def test_year_counts_from_the_capture() -> None:
    """A list of 2026 is right as long as the site was captured in 2026 or 2027."""
    home = '<a href="/dip.pdf">Daftar Informasi Publik 2026</a>'
    codes = [
        publish(public_information_list, {"": home}, at=datetime(year, 6, 1, tzinfo=UTC)).outcome
        for year in (2026, 2027, 2028)
    ]

    assert codes == [Outcome.PASSED, Outcome.PASSED, Outcome.FAILED]


def test_link_text_alone() -> None:
    """A page that does not call itself a list is none, whatever a link to it says."""
    other = f"<h1>Sejarah</h1><p>{SENTENCES}</p>"
    verdict = offer(public_information_list, "<a href=/x>Daftar Informasi Publik 2026</a>", x=other)

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "unread")


def test_central_portal() -> None:
    """What the province's PPID keeps for all agencies is there, and nobody has looked."""
    verdict = offer(public_information_list, '<a href="https://ppid.contohprov.go.id/">PPID</a>')

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "central-portal")
