"""Cosmetics and evasion earn nothing, repairs never lower a score, and spelling moves nothing."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import Audited
from tests.metamorphic.captured import Captured
from tests.metamorphic.judging import Judged, broken, judged
from tests.metamorphic.sites import SITES, site
from tests.metamorphic.transformation import Family, Transformation, transformations
from webaudit.extract.choose import rank

pytestmark = pytest.mark.network

SITES_EACH = 6
"""Sites that each transformation is tried on here; `bench/gaming.py` tries it on all."""


@cache
def before(name: str, run: Path) -> Judged:
    """What is said of a site as it was captured."""
    return judged(site(name, run))


def drawn(transformation: Transformation, run: Path) -> Iterator[tuple[str, Captured]]:
    """The first sites that it changes, in an order of its own that is always the same."""
    left = SITES_EACH
    for name in sorted(SITES, key=lambda name: rank(0, f"{transformation.name} {name}")):
        changed = transformation(site(name, run))
        if changed is not None:
            yield name, changed
            left -= 1
        if not left:
            return


def of(family: Family) -> pytest.MarkDecorator:
    """All transformations of a family."""
    return pytest.mark.parametrize(
        "transformation",
        [pytest.param(one, id=one.name) for one in transformations() if one.family is family],
    )


def breaches(transformation: Transformation, run: Path) -> list[str]:
    """Each breach of its law on the sites drawn for it; that it changes nothing anywhere is one too."""
    sites = list(drawn(transformation, run))
    return [
        f"{name}: {line}"
        for name, changed in sites
        for line in broken(transformation.family, before(name, run), judged(changed))
    ] or ([] if sites else ["no site has anything to change"])


@of(Family.COSMETIC)
def test_cosmetics_earn_nothing(audited: Audited, transformation: Transformation) -> None:
    """What serves nobody better raises no `low`, and nothing that a criterion won."""
    assert not breaches(transformation, audited.run)


@of(Family.EVASION)
def test_evasion_earns_nothing(audited: Audited, transformation: Transformation) -> None:
    """What is hidden from the auditor becomes open at most, and is never won."""
    assert not breaches(transformation, audited.run)


@of(Family.WITHDRAWAL)
def test_nothing_is_found_on_less(audited: Audited, transformation: Transformation) -> None:
    """What is asked once a site (a PPID, news) is not found better when pages are taken away."""
    assert not breaches(transformation, audited.run)


@of(Family.REPAIR)
def test_repairs_cost_nothing(audited: Audited, transformation: Transformation) -> None:
    """What serves somebody better lowers no `low`."""
    assert not breaches(transformation, audited.run)


@of(Family.NEUTRAL)
def test_spelling_moves_nothing(audited: Audited, transformation: Transformation) -> None:
    """How a thing is written or sent changes no outcome, no share and no count."""
    assert not breaches(transformation, audited.run)


def test_each_says_what_it_does() -> None:
    """A transformation is named and told in a sentence, so that a breach can be read."""
    assert all(one.about.endswith(".") for one in transformations())
