"""The second looks that stand beside a run, and what they say of its gates."""

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from webaudit.model.errors import RunError
from webaudit.model.plan import Plan
from webaudit.model.report import Assessment
from webaudit.model.rubric import Rubric
from webaudit.scoring.gate import failed_of
from webaudit.scoring.recheck import RECHECK_AFTER, failed_twice
from webaudit.store import rechecks
from webaudit.store.run import RunFile, RunFolder

log = logging.getLogger(__name__)

Judged = Callable[[RunFolder, Plan], Assessment]
"""What is found on one site of a run."""

Plans = Callable[[RunFolder], tuple[Plan, ...]]
"""What is fetched for each site of a run."""


def apart(facts: RunFile) -> timedelta:
    """How long after the first look a second one counts."""
    seconds = facts.settings.get("recheck_after")
    return RECHECK_AFTER if seconds is None else timedelta(seconds=float(seconds))


def seen_twice(
    run: RunFolder, found: Mapping[str, Assessment], rubric: Rubric, plans: Plans, judged: Judged
) -> dict[str, frozenset[str]]:
    """By site, the checks of gates that a stored second look found to fail as well.

    Args:
        found: the first look, by site.
    """
    gates = [gate for gate in rubric.gates if gate.looks > 1]
    failing = {
        site: before
        for site, before in found.items()
        if any(failed_of(gate, before.findings) for gate in gates)
    }
    twice: dict[str, frozenset[str]] = {}
    for look, site in stored(run) if failing else ():
        if site in failing:
            (plan,) = plans(look)
            again = failed_twice(failing[site], judged(look, plan), apart(run.facts))
            twice[site] = twice.get(site, frozenset()) | again
    return twice


def stored(run: RunFolder) -> Iterator[tuple[RunFolder, str]]:
    """The second looks of a run that can be read, in their order, each with the id of its site."""
    for path in rechecks.folders(run.path):
        try:
            look = RunFolder.open(path)
        except RunError as error:
            log.warning("passed over second look=%s error=%s", path, error)
            continue
        for site in look.facts.sites.sites:
            yield look, site.id
