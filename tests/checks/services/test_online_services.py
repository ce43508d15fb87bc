"""`online-services`: what leads there, and what only looks like it."""

import pytest

from tests.checks.offers import offer
from tests.evidence import link_target
from webaudit.checks.services.online_services import online_services
from webaudit.model.finding import Outcome
from webaudit.model.reading import PageKind


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(online_services, '<nav><a href="/e">Layanan Online</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "text")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(online_services, '<nav><a href="/l">Layanan</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")


APPLICATIONS = '<nav><ul><li><a href="#">{entry}</a><ul><li><a href="{url}">SIPOHON</a></ul></ul></nav>'


@pytest.mark.parametrize(
    ("entry", "url", "code"),
    [
        pytest.param("Layanan", "https://sipohon.contohprov.go.id/", "menu", id="below the province's name"),
        pytest.param("Aplikasi", "https://sipohon.dinas.contohprov.go.id/", "menu", id="below its own"),
        pytest.param("Tautan", "https://sipohon.contohprov.go.id/", "absent", id="another entry"),
        pytest.param("Layanan", "https://dinkes.contohprov.go.id/", "absent", id="another agency"),
        pytest.param("Layanan", "https://sipohon.example/", "absent", id="somebody else's"),
        pytest.param("Layanan", "/sipohon", "absent", id="a page of the site"),
        pytest.param("Layanan", "https://ppid.contohprov.go.id/", "absent", id="a central portal"),
    ],
)
def test_application(entry: str, url: str, code: str) -> None:
    """An application of the agency's or the province's counts where the menu says that it is a service."""
    verdict = offer(online_services, APPLICATIONS.format(entry=entry, url=url))

    assert verdict.code == code


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (PageKind.LOGIN, Outcome.PASSED),
        (PageKind.SHELL, Outcome.PASSED),
        (PageKind.EMPTY, Outcome.FAILED),
        (PageKind.PARKED, Outcome.FAILED),
        (PageKind.BLOCKED, Outcome.CANT_TELL),
    ],
)
def test_application_has_to_answer(kind: PageKind, outcome: Outcome) -> None:
    """It may ask for an account or be drawn by a script, and not be out of order."""
    url = "https://sipohon.contohprov.go.id/"
    answer = link_target(f"200 {url}", internal=False, kind=kind)

    assert offer(online_services, APPLICATIONS.format(entry="Layanan", url=url), answer).outcome is outcome
