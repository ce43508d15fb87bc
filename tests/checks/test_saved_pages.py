"""Saved pages of agencies, and of those who attack them: every check says what a person sees."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.evidence import failure, home, link_target, link_targets, moment, page, readings, region
from webaudit.checks.accessibility.image_alternative import image_alternative
from webaudit.checks.accessibility.page_language import page_language
from webaudit.checks.accessibility.page_title import page_title
from webaudit.checks.freshness.copyright_year import copyright_year
from webaudit.checks.freshness.foreign_region_content import foreign_region_content
from webaudit.checks.freshness.newest_content import newest_content
from webaudit.checks.freshness.template_leftovers import template_leftovers
from webaudit.checks.freshness.unfinished_pages import unfinished_pages
from webaudit.checks.integrity.injected_content import injected_content
from webaudit.checks.services.dead_menu_entries import dead_menu_entries
from webaudit.checks.services.ppid_link import ppid_link
from webaudit.checks.usability.canonical_address import canonical_address
from webaudit.checks.usability.open_graph import open_graph
from webaudit.checks.usability.robots_meta import robots_meta
from webaudit.checks.usability.viewport import viewport
from webaudit.extract.inventory import inventory
from webaudit.model.evidence import Portals
from webaudit.model.finding import Outcome
from webaudit.model.page import Page
from webaudit.model.site import Region, Site

FOLDER = Path(__file__).parents[1] / "data" / "pages"
LABELS: dict[str, dict[str, Any]] = json.loads((FOLDER / "labels.json").read_text(encoding="utf-8"))


def saved(name: str) -> Page:
    """A saved page, at the address that it came from."""
    return page((FOLDER / name).read_bytes(), url=LABELS[name]["url"])


def labelled(key: str) -> pytest.MarkDecorator:
    """The pages that have this label, with it."""
    return pytest.mark.parametrize(
        ("name", "expected"), [(name, labels[key]) for name, labels in LABELS.items() if key in labels]
    )


def test_every_page_has_labels() -> None:
    """No page lies about without anybody having read it."""
    assert {path.name for path in FOLDER.glob("*.html")} == set(LABELS)


@labelled("language")
def test_language(name: str, expected: bool) -> None:
    """An empty lang attribute is none."""
    (verdict,) = page_language(saved(name))

    assert (verdict.outcome is Outcome.PASSED) is expected


@pytest.mark.parametrize("name", LABELS)
def test_title(name: str) -> None:
    """All of them have a title, if not always a good one."""
    (verdict,) = page_title(saved(name))

    assert verdict.outcome is Outcome.PASSED


@labelled("images")
def test_images(name: str, expected: int) -> None:
    """Each image is a target, and those without an alternative fail."""
    outcomes = [verdict.outcome for verdict in image_alternative(saved(name))]

    assert len(outcomes) == expected
    assert outcomes.count(Outcome.FAILED) == LABELS[name]["images_without_alternative"]


@labelled("injected")
def test_injected(name: str, expected: str) -> None:
    """Hostile pages fail by name, all others pass."""
    (verdict,) = injected_content(saved(name))

    assert (verdict.code or "clean") == expected


@labelled("unfinished")
def test_unfinished(name: str, expected: bool) -> None:
    """None of the honest pages says that it is not ready."""
    (verdict,) = unfinished_pages(saved(name))

    assert (verdict.outcome is Outcome.FAILED) is expected


@labelled("found_and_shared")
def test_found_and_shared(name: str, expected: list[str]) -> None:
    """What search engines, phones and messengers meet, and what a theme left, is as a person sees it."""
    shown = saved(name)
    asked = (
        canonical_address,
        dead_menu_entries,
        open_graph,
        robots_meta,
        template_leftovers,
        viewport,
    )
    failing = [
        check.id for check in asked if any(verdict.outcome is Outcome.FAILED for verdict in check(shown))
    ]

    assert failing == expected


@labelled("copyright")
def test_copyright(name: str, expected: int) -> None:
    """The year at the foot is read; in July 2026 that of 2024 is past."""
    shown = saved(name)
    (verdict,) = copyright_year(readings(shown.reading), home(f"200 {shown.url}"), moment())

    assert verdict.measure is not None
    assert 2026 - verdict.measure.value == expected
    assert (verdict.outcome is Outcome.PASSED) is (expected >= 2025)


@labelled("newest")
def test_newest(name: str, expected: str) -> None:
    """The newest date is the one that a reader would name."""
    none = failure("not-captured")
    (verdict,) = newest_content(readings(saved(name).reading), none, none, moment(), region())

    assert verdict.values["date"] == expected


@labelled("other_region")
def test_other_region(name: str, expected: str) -> None:
    """A list of information that was copied from another province is found, its neighbours are not."""
    shown = saved(name)
    asked = readings(shown.reading), Site("ppid", shown.url), Region("Sumatera Utara", ("sumutprov.go.id",))
    found = [str(verdict.values.get("other", "")) for verdict in foreign_region_content(*asked)]

    assert "".join(found) == expected


@labelled("ppid")
def test_ppid(name: str, expected: bool) -> None:
    """A link “Informasi Publik” to a list of regulations is no way to a PPID."""
    shown = saved(name)
    alive = link_targets(*(link_target(f"200 {link.url}") for link in shown.reading.links if link.url))
    pages = readings(shown.reading)
    (verdict,) = ppid_link(inventory(pages, region()), pages, alive, Portals())

    assert (verdict.outcome is Outcome.PASSED) is expected


@labelled("must")
def test_offers(name: str, expected: list[str]) -> None:
    """What a person finds on a page is found: services, pages and documents."""
    found = {proof.subject for proof in inventory(readings(saved(name).reading), region()).proofs}

    assert set(expected) - found == set()


@labelled("must_not")
def test_does_not_offer(name: str, expected: list[str]) -> None:
    """What a person does not find on a page is not said to be there."""
    found = {proof.subject for proof in inventory(readings(saved(name).reading), region()).proofs}

    assert found & set(expected) == set()
