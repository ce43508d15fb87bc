"""`planning-documents`: a plan of one year, or one whose span holds this."""

from datetime import UTC, datetime

import pytest

from tests.checks.offers import offer, publish
from tests.evidence import SITE, exchange
from webaudit.checks.openness.planning_documents import planning_documents
from webaudit.demo.publications import scanned, tagged
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.finding import Outcome


def file(path: str, body: bytes) -> Exchange:
    """A PDF file as it was fetched."""
    fields = {"content-type": "application/pdf"}
    return exchange(body, url=f"{SITE}{path}", headers=fields, purpose=Purpose.DOCUMENT)


@pytest.mark.parametrize(
    "home",
    [
        "<a href=/x.pdf>Renja 2026</a>",
        "<a href=/x.pdf>Rencana Kerja Tahun 2027</a>",
        "<a href=/x.pdf>Renstra 2025-2029</a>",
        "<a href=/x.pdf>Rencana Strategis 2024 s.d. 2026</a>",
        "<a href=/renstra_2025_2029.pdf>Unduh</a>",
    ],
)
def test_found(home: str) -> None:
    """A Renja of this year or the next, or a Renstra whose span holds this one."""
    assert offer(planning_documents, home).outcome is Outcome.PASSED


@pytest.mark.parametrize("home", ["<a href=/x.pdf>Renja 2024</a>", "<a href=/x.pdf>Renstra 2019-2023</a>"])
def test_past(home: str) -> None:
    """A plan that is over is old."""
    assert offer(planning_documents, home).code == "old"


def test_until_march() -> None:
    """While the new year's plan is being published, that of the last will do."""
    home = "<a href=/x.pdf>Renja 2025</a>"
    outcomes = [
        publish(planning_documents, {"": home}, at=datetime(2026, month, 15, tzinfo=UTC)).outcome
        for month in (2, 4)
    ]

    assert outcomes == [Outcome.PASSED, Outcome.FAILED]


def test_picture_of_a_text() -> None:
    """A scan is half a document: the code says so where the rubric may care."""
    home = "<a href=/renja.pdf>Renja 2026</a>"
    codes = [
        publish(planning_documents, {"": home}, files=[file("renja.pdf", body)]).code
        for body in (tagged("Renja"), scanned("Renja"))
    ]

    assert codes == ["path", "image-only"]


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (b"", Outcome.FAILED),
        (b"<html><title>404</title><h1>Halaman tidak ditemukan</h1>", Outcome.CANT_TELL),
        (b"%PDF-1.4 rusak", Outcome.PASSED),
    ],
)
def test_what_the_file_is(body: bytes, outcome: Outcome) -> None:
    """An empty file is none, and a page in its place decides nothing; a broken one is for another check."""
    fetched = file("renja.pdf", body)
    if body.startswith(b"<"):
        fetched = exchange(body, url=fetched.url, purpose=Purpose.DOCUMENT)
    verdict = publish(planning_documents, {"": "<a href=/renja.pdf>Renja 2026</a>"}, files=[fetched])

    assert verdict.outcome is outcome


def test_made_long_before() -> None:
    """A file that was last changed in 2020 is no plan of 2026, whatever its link says."""
    old = tagged("Renja").replace(b"<</Title(", b"<</ModDate(D:20200105)/Title(")
    verdict = publish(planning_documents, {"": "<a href=/x.pdf>Renja 2026</a>"}, files=[file("x.pdf", old)])

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "year-disputed")
