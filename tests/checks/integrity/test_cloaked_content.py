"""`cloaked-content`: what those who come from a search engine are shown, and nobody else."""

from dataclasses import replace

import pytest

from tests.evidence import SITE, exchange, failure, home
from webaudit.checks.integrity.cloaked_content import cloaked_content
from webaudit.extract.guises import guises, suspicious
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.finding import Location, Outcome
from webaudit.model.guises import Guises
from webaudit.model.record import Failure

WORDS = "Pelayanan pertanian bagi warga provinsi, dengan jadwal dan syarat. " * 30
CLEAN = f'<html lang="id"><title>Dinas Pertanian</title><h1>Dinas Pertanian</h1><p>{WORDS}</p></html>'
NEWS = CLEAN.replace("<p>", "<p>Dinas mengajak warga memberantas judi online. ")
GAMBLING = (
    '<html lang="id"><title>SLOT GACOR Maxwin - Dinas Pertanian</title>'
    f'<meta name="description" content="Situs slot gacor dan toto macau"><p>{WORDS}</p></html>'
)
DOORWAY = f"{SITE}slot-gacor-maxwin/"


def said(
    crawler: str | Exchange = CLEAN, searcher: str | Exchange = CLEAN, *more: Exchange, home_page: str = CLEAN
) -> tuple[Outcome, str]:
    """Outcome and code, where the home page answers so in each guise."""
    both = zip((Purpose.AS_CRAWLER, Purpose.AS_SEARCHER), (crawler, searcher), strict=True)
    disguised = [
        replace(exchange(answer) if isinstance(answer, str) else answer, purpose=purpose)
        for purpose, answer in both
    ]
    record = guises(home(), [exchange(home_page, purpose=Purpose.HOME), *more, *disguised], 1_000_000)
    assert isinstance(record, Guises)
    (verdict,) = cloaked_content(record)
    return verdict.outcome, verdict.code


def to(url: str) -> Exchange:
    """A redirect."""
    return exchange(status=302, headers={"location": url})


@pytest.mark.parametrize(
    ("crawler", "searcher", "outcome", "code"),
    [
        (CLEAN, CLEAN, Outcome.PASSED, ""),
        (NEWS, NEWS, Outcome.PASSED, ""),
        (CLEAN.replace("Dinas", "Instansi"), CLEAN, Outcome.PASSED, ""),
        (GAMBLING, CLEAN, Outcome.FAILED, "crawler"),
        (CLEAN, GAMBLING, Outcome.FAILED, "searcher"),
        (CLEAN, to("https://raja-togel.example/"), Outcome.FAILED, "searcher"),
        (CLEAN, to("https://tempat.example/"), Outcome.CANT_TELL, "elsewhere"),
        (CLEAN, to("https://www.contohprov.go.id/id"), Outcome.PASSED, ""),
        (CLEAN.replace("<title>", "<title>Togel "), CLEAN, Outcome.CANT_TELL, "suspect"),
        (exchange("Forbidden", status=403), CLEAN, Outcome.CANT_TELL, "turned-away"),
        (exchange(status=None, failure=failure("reset")), CLEAN, Outcome.CANT_TELL, "turned-away"),
        (exchange("Forbidden", status=403), GAMBLING, Outcome.FAILED, "searcher"),
    ],
)
def test_difference(crawler: str | Exchange, searcher: str | Exchange, outcome: Outcome, code: str) -> None:
    """Only a difference that tells of gambling, or leads away, matters; a firewall's word is none."""
    assert said(crawler, searcher) == (outcome, code)


def test_what_everybody_sees_is_no_disguise() -> None:
    """A page that is injected for all is another check's matter, also if only a later look showed it."""
    later = exchange(GAMBLING, purpose=Purpose.LAST)

    assert said(GAMBLING, GAMBLING, home_page=GAMBLING) == (Outcome.PASSED, "")
    assert said(GAMBLING, CLEAN, later) == (Outcome.PASSED, "")


def test_doorway_that_visitors_do_not_find() -> None:
    """A page with a suspicious name that is missing for visitors alone is shown to search engines."""
    missing = exchange("<title>404</title>Tidak ada", url=DOORWAY, status=404)
    shown = exchange(GAMBLING, url=DOORWAY, purpose=Purpose.AS_CRAWLER)

    assert suspicious([SITE, f"{SITE}berita/1", f"{SITE}?s=slot+gacor", DOORWAY], "contohprov.go.id") == (
        DOORWAY,
    )
    assert said(CLEAN, CLEAN, missing, shown) == (Outcome.FAILED, "crawler")


def test_evidence_declares_who_asked() -> None:
    """The place of the verdict names the User-Agent, and the body that came."""
    fields = (("user-agent", "Googlebot webaudit"),)
    seen = replace(exchange(GAMBLING, purpose=Purpose.AS_CRAWLER), request_headers=fields)
    record = guises(home(), [exchange(CLEAN, purpose=Purpose.HOME), seen], 1_000_000)
    assert isinstance(record, Guises)
    (verdict,) = cloaked_content(record)

    assert isinstance(verdict.here, Location)
    assert verdict.here.snippet == "User-Agent: Googlebot webaudit"
    assert verdict.here.evidence == seen.digest


def test_nothing_asked() -> None:
    """Evidence of old has no guises: not captured, and no verdict."""
    assert isinstance(guises(home(), [exchange(CLEAN, purpose=Purpose.HOME)], 1_000_000), Failure)
