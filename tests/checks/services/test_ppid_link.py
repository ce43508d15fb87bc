"""`ppid-link`: the best proof of a way to the PPID, and whether it can be gone."""

from dataclasses import replace

import pytest

from tests.evidence import SITE, failure, home, link, link_target, link_targets, reading, readings, region
from webaudit.checks.services.ppid_link import ppid_link
from webaudit.model.evidence import LinkTarget
from webaudit.model.finding import Outcome, Verdict
from webaudit.model.reading import Landmark, Link, PageKind

OWN = f"{SITE}ppid"
HOST = "https://ppid.contohprov.go.id/"
TEXT = f"{SITE}?p=7"


def asked(*links: Link, answers: tuple[LinkTarget, ...] = ()) -> Verdict:
    """The verdict on a site whose home page has these links."""
    (verdict,) = ppid_link(
        readings(reading(links=links)), link_targets(*answers), home(), region("ppid.pusat.go.id")
    )
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
        pytest.param(link_target(f"200 {OWN}", kind=PageKind.LOGIN), Outcome.PASSED, "path", id="login"),
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


def captured(*, thin: bool) -> Verdict:
    """The verdict on a site whose own PPID page was captured."""
    page = replace(reading(url=OWN), thin=thin)
    (verdict,) = ppid_link(
        readings(reading(links=[link(OWN, "PPID")]), page), failure("budget"), home(), region()
    )
    return verdict


def test_captured_page_is_an_answer() -> None:
    """What was captured as a page needs no further asking."""
    assert captured(thin=False).outcome is Outcome.PASSED


def test_empty_page() -> None:
    """A page that only bears the name is not taken for a PPID."""
    verdict = captured(thin=True)

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "thin")


@pytest.mark.parametrize(
    "links",
    [
        pytest.param([link(SITE, "PPID")], id="the home page"),
        pytest.param([Link("#ppid", f"{SITE}profil", "PPID")], id="the page itself"),
    ],
)
def test_leads_nowhere(links: list[Link]) -> None:
    """A link called PPID that stays where it is, or leads home, is no way to a PPID."""
    pages = readings(reading(url=f"{SITE}profil", links=links), reading())
    (verdict,) = ppid_link(pages, link_targets(), home(), region())

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")


@pytest.mark.parametrize("start", [SITE, f"{SITE}beranda"])
def test_leads_home_by_a_redirect(start: str) -> None:
    """An address called PPID that redirects to the home page, wherever that is, is as good as dead."""
    answers = link_targets(link_target(f"302 {OWN}\n200 {start}"))
    pages = readings(reading(url=start, links=[link(OWN, "PPID")]))
    (verdict,) = ppid_link(pages, answers, home(f"200 {start}"), region())

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "dead")


def test_no_page_read() -> None:
    """A site of which nothing could be read is not said to lack a PPID."""
    blocked = readings(reading(kind=PageKind.BLOCKED))
    (verdict,) = ppid_link(blocked, link_targets(), home(), region())

    assert verdict.outcome is Outcome.CANT_TELL
