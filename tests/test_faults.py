"""A fault of ours may move a value, but never raises what is certain nor lowers what is possible."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from tests.conftest import Audited
from webaudit.checks import catalogue
from webaudit.model.check import AnyCheck
from webaudit.model.evidence import Snapshot
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure, FailureReason
from webaudit.model.report import Assessment, Score
from webaudit.model.rubric import Rubric
from webaudit.pipeline.assess import assess
from webaudit.pipeline.run import plans
from webaudit.scoring.weigh import weigh
from webaudit.store.rubrics import read_rubric
from webaudit.store.run import RunFolder

pytestmark = pytest.mark.network

SITES = ("diskominfo", "disbudpar", "disperkim")
"""A good site, a neglected one, and a hacked one."""

SEVERAL = 40
"""Of so many checks one is asked anew among all others; for the rest its finding is put among theirs."""


def broken(*_: object, **__: object) -> Iterator[Verdict]:
    """A check with a bug."""
    raise ZeroDivisionError


def snapshot(audited: Audited, site: str) -> Snapshot:
    """The stored evidence on one site."""
    run = RunFolder.open(audited.run)
    return run.snapshot(next(plan for plan in plans(run) if plan.site.id == site))


def score(seen: Assessment) -> Score:
    """The points of a site by the core rubric."""
    known = {check.id: check for check in catalogue().checks}
    return weigh(seen, rubric(), known).score


@cache
def rubric() -> Rubric:
    """The core rubric, read once: reading it takes longer than weighing by it."""
    return read_rubric("core")


def faulty(check: AnyCheck) -> AnyCheck:
    """The check with a bug."""
    return replace(check, function=broken)


def never_better(after: Score, before: Score) -> None:
    """Holds the law."""
    assert after.low <= before.low + 1e-9
    assert after.high >= before.high - 1e-9


@pytest.mark.parametrize("site", SITES)
def test_a_check_with_a_bug(audited: Audited, site: str) -> None:
    """Each check in turn raises an error on everything it is asked; the others say what they said."""
    evidence, checks = snapshot(audited, site), catalogue().checks
    whole, all_faulty = assess(evidence, checks), assess(evidence, tuple(map(faulty, checks)))
    before = score(whole)

    for number, (check, said) in enumerate(zip(checks, all_faulty.findings, strict=True)):
        changed = replace(
            whole, findings=tuple(said if one.check == check.id else one for one in whole.findings)
        )
        never_better(score(changed), before)
        if number % SEVERAL == 0:
            mixed = assess(evidence, tuple(faulty(c) if c is check else c for c in checks))
            assert mixed.findings == changed.findings


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("record", ["Home", "Tls", "PlainHttp", "Robots", "Sitemaps", "LinkTargets"])
def test_a_record_that_was_not_brought_home(audited: Audited, site: str, record: str) -> None:
    """Each record in turn is a Failure of ours."""
    evidence, checks = snapshot(audited, site), catalogue().checks
    before = score(assess(evidence, checks))
    lost = {**evidence.records, record: Failure(FailureReason.AUDITOR_ERROR)}

    never_better(score(assess(replace(evidence, records=lost), checks)), before)


@pytest.mark.parametrize("site", SITES)
def test_a_check_that_was_not_asked(audited: Audited, site: str) -> None:
    """Leaving checks out of a run earns nothing, and moves no other."""
    evidence, checks = snapshot(audited, site), catalogue().checks
    whole = assess(evidence, checks)
    before = score(whole)

    for number, left_out in enumerate(checks):
        changed = replace(whole, findings=tuple(one for one in whole.findings if one.check != left_out.id))
        never_better(score(changed), before)
        if number % SEVERAL == 0:
            asked = assess(evidence, tuple(check for check in checks if check is not left_out))
            assert asked.findings == changed.findings
