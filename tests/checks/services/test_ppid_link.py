"""`ppid-link`: the best proof of a way to the PPID, and whether it can be gone."""

from dataclasses import replace

import pytest

from tests.evidence import SITE, failure, link, link_target, link_targets, reading, readings, region
from webaudit.checks.services.ppid_link import ppid_link
from webaudit.extract.inventory import inventory
from webaudit.model.evidence import LinkTarget, LinkTargets, Portals, Readings
from webaudit.model.finding import Outcome, Verdict
from webaudit.model.reading import Landmark, Link, PageKind
from webaudit.model.record import Failure

OWN = f"{SITE}ppid"
HOST = "https://ppid.contohprov.go.id/"
TEXT = f"{SITE}?p=7"


def asked(*links: Link, answers: tuple[LinkTarget, ...] = ()) -> Verdict:
    """The verdict on a site whose home page has these links."""
    return judged(readings(reading(links=links)), link_targets(*answers))


def judged(pages: Readings, answers: LinkTargets | Failure) -> Verdict:
    """The verdict on a site of a region with a central portal."""
    offers = inventory(pages, region("ppid.pusat.go.id"))
    (verdict,) = ppid_link(offers, pages, answers, Portals())
    return verdict


@pytest.mark.parametrize(
    ("found", "code"),
    [
        pytest.param(link(HOST, "Informasi"), "host", id="host"),
        pytest.param(link(OWN, "Informasi"), "path", id="path"),
        pytest.param(link(f"{SITE}e-ppid/profil?x=1", ""), "path", id="path with more behind it"),
        pytest.param(link(TEXT, "PPID Pelaksana"), "text", id="text"),
        pytest.param(link("https://ppid.pusat.go.id/", "x"), "central-portal", id="central portal"),
    ],
)
def test_proof(found: Link, code: str) -> None:
    """Host, path or text is proof, and the code tells which."""
    verdict = asked(found, answers=(link_target(f"200 {found.url}"),))

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, code)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(link(f"{SITE}regulasi", "Informasi Publik"), id="a list of regulations"),
        pytest.param(
            link(f"{SITE}berita/rakor", "Diskominfo Gelar Rakor PPID se-Jawa Barat di Bandung"),
            id="a headline",
        ),
        pytest.param(link("https://stppid.ac.id/", "Kampus"), id="letters inside a name"),
        pytest.param(Link("#", "", "PPID"), id="a menu entry that leads nowhere"),
    ],
)
def test_no_proof(found: Link) -> None:
    """What only looks like it is no proof."""
    assert (asked(found).outcome, asked(found).code) == (Outcome.FAILED, "absent")


def test_long_text_in_a_menu() -> None:
    """In menus and footers a long text may be the name of the PPID."""
    name = "Pejabat Pengelola Informasi dan Dokumentasi Provinsi Contoh"
    found = Link(TEXT, TEXT, name, Landmark.FOOTER)

    assert asked(found, answers=(link_target(f"200 {TEXT}"),)).code == "text"


@pytest.mark.parametrize(
    ("answer", "outcome", "code"),
    [
        pytest.param(link_target(f"404 {OWN}", kind=PageKind.ERROR), Outcome.FAILED, "dead", id="missing"),
        pytest.param(
            link_target(f"200 {OWN}", kind=PageKind.SOFT_404), Outcome.FAILED, "dead", id="soft 404"
        ),
        pytest.param(link_target(f"dns {OWN}"), Outcome.FAILED, "dead", id="no such host"),
        pytest.param(
            link_target(f"403 {OWN}", kind=PageKind.BLOCKED), Outcome.CANT_TELL, "unanswered", id="firewall"
        ),
        pytest.param(link_target(f"timeout {OWN}"), Outcome.CANT_TELL, "unanswered", id="silence"),
        pytest.param(
            link_target(f"200 {OWN}", kind=PageKind.LOGIN), Outcome.CANT_TELL, "account-asked", id="login"
        ),
    ],
)
def test_answer(answer: LinkTarget, outcome: Outcome, code: str) -> None:
    """A dead target fails, one that was not heard is open."""
    verdict = asked(link(OWN, "PPID"), answers=(answer,))

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_any_living_one_is_enough() -> None:
    """A dead link beside a living one does no harm here; the strongest of the living is named."""
    answers = (
        link_target(f"404 {HOST}", kind=PageKind.ERROR),
        link_target(f"200 {OWN}"),
        link_target(f"200 {TEXT}"),
    )
    verdict = asked(link(TEXT, "PPID"), link(HOST, "PPID"), link(OWN, "PPID"), answers=answers)

    assert (verdict.outcome, verdict.code, verdict.here) == (Outcome.PASSED, "path", OWN)


def test_captured_page_is_an_answer() -> None:
    """What was captured as a page needs no further asking."""
    pages = readings(reading(links=[link(OWN, "PPID")]), reading(url=OWN))

    assert judged(pages, failure("budget")).outcome is Outcome.PASSED


def test_no_page_read() -> None:
    """A site of which nothing could be read is not said to lack a PPID."""
    blocked = readings(reading(kind=PageKind.BLOCKED))

    assert judged(blocked, link_targets()).outcome is Outcome.CANT_TELL


CHAIN = {SITE: (f"{SITE}satu",), f"{SITE}satu": (f"{SITE}dua",), f"{SITE}dua": (OWN,), OWN: ()}


@pytest.mark.parametrize(
    ("chain", "outcome", "code", "clicks"),
    [
        pytest.param({SITE: (OWN,), OWN: ()}, Outcome.PASSED, "path", 1, id="one"),
        pytest.param(
            {SITE: CHAIN[SITE], f"{SITE}satu": (OWN,), OWN: ()}, Outcome.PASSED, "path", 2, id="two"
        ),
        pytest.param(CHAIN, Outcome.FAILED, "far", None, id="three"),
        pytest.param(
            {**CHAIN, SITE: (f"{SITE}satu", f"{SITE}tiga")},
            Outcome.CANT_TELL,
            "clicks-unseen",
            None,
            id="unseen",
        ),
    ],
)
def test_clicks(chain: dict[str, tuple[str, ...]], outcome: Outcome, code: str, clicks: int | None) -> None:
    """Two clicks from the home page have to do; what was not read may be a shorter way."""
    pages = readings(
        *(
            reading(url=url, links=[link(to, "PPID" if to == OWN else "x") for to in links])
            for url, links in chain.items()
        )
    )
    verdict = judged(replace(pages, start=SITE), link_targets())

    assert (verdict.outcome, verdict.code) == (outcome, code)
    assert (verdict.measure.value if verdict.measure else None) == clicks
