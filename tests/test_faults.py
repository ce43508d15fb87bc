"""A fault of ours may move a value, but never raises what is certain nor lowers what is possible."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.conftest import Audited
from webaudit.checks import catalogue
from webaudit.model.check import AnyCheck
from webaudit.model.evidence import Snapshot
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure, FailureReason
from webaudit.model.report import Score
from webaudit.pipeline.assess import assess
from webaudit.pipeline.run import plans
from webaudit.scoring.weigh import weigh
from webaudit.store.rubrics import read_rubric
from webaudit.store.run import RunFolder

pytestmark = pytest.mark.network

SITES = ("diskominfo", "disbudpar", "disperkim")
"""A good site, a neglected one, and a hacked one."""


def broken(*_: object, **__: object) -> Iterator[Verdict]:
    """A check with a bug."""
    raise ZeroDivisionError


def snapshot(audited: Audited, site: str) -> Snapshot:
    """The stored evidence on one site."""
    run = RunFolder.open(audited.run)
    return run.snapshot(next(plan for plan in plans(run) if plan.site.id == site))


def score(evidence: Snapshot, checks: tuple[AnyCheck, ...]) -> Score:
    """The points of a site by the core rubric."""
    known = {check.id: check for check in catalogue().checks}
    return weigh(assess(evidence, checks), read_rubric("core"), known).score


def never_better(after: Score, before: Score) -> None:
    """Holds the law."""
    assert after.low <= before.low + 1e-9
    assert after.high >= before.high - 1e-9


@pytest.mark.parametrize("site", SITES)
def test_a_check_with_a_bug(audited: Audited, site: str) -> None:
    """Each check in turn raises an error on everything it is asked."""
    evidence, checks = snapshot(audited, site), catalogue().checks
    before = score(evidence, checks)

    for faulty in checks:
        changed = tuple(replace(c, function=broken) if c is faulty else c for c in checks)
        never_better(score(evidence, changed), before)


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("record", ["Home", "Tls", "PlainHttp", "Robots", "Sitemaps", "LinkTargets"])
def test_a_record_that_was_not_brought_home(audited: Audited, site: str, record: str) -> None:
    """Each record in turn is a Failure of ours."""
    evidence, checks = snapshot(audited, site), catalogue().checks
    before = score(evidence, checks)
    lost = {**evidence.records, record: Failure(FailureReason.AUDITOR_ERROR)}

    never_better(score(replace(evidence, records=lost), checks), before)


@pytest.mark.parametrize("site", SITES)
def test_a_check_that_was_not_asked(audited: Audited, site: str) -> None:
    """Leaving checks out of a run earns nothing."""
    evidence, checks = snapshot(audited, site), catalogue().checks
    before = score(evidence, checks)

    for left_out in checks:
        never_better(score(evidence, tuple(c for c in checks if c is not left_out)), before)
