"""The rubric `core`, weighed with the checks that there are."""

import pytest

from tests.scoring.builders import assessment, failed, passed
from webaudit.checks import catalogue
from webaudit.model.finding import Measure
from webaudit.model.report import GateState
from webaudit.scoring.weigh import weigh
from webaudit.store.rubrics import read_rubric

CHECKS = {check.id: check for check in catalogue().checks}
CORE = read_rubric("core")
CORE_SECTIONS = {section.id for section in CORE.sections}
GOOD = tuple(
    passed(check, measure=Measure("age_days", 1) if check == "newest-content" else None) for check in CHECKS
)


def test_five_sections_of_twenty_points() -> None:
    """The five matters that the users named count alike."""
    assert {section.id: section.points for section in CORE.sections} == dict.fromkeys(
        ["uptime", "https", "accessibility", "freshness", "services"], 20
    )


def test_every_named_check_exists() -> None:
    """No gate, step, tie-break or waiver names what is not there."""
    named = [check for gate in CORE.gates for check in gate.checks] + list(CORE.waivable)
    named += [own.steps.check for part in CORE.sections for own in part.criteria if own.steps]

    assert set(named) <= set(CHECKS)
    assert set(CORE.tie_break) == {section.id for section in CORE.sections}
    assert not set(CORE.waivable) & {check for gate in CORE.gates for check in gate.checks}


def test_perfect_site_has_100() -> None:
    """A site that passes everything wins every point, in the best band, and takes a rank."""
    card = weigh(assessment(*GOOD), CORE, CHECKS)

    assert (card.score.won, card.score.value, card.lost, card.unranked) == (100, 100, (), "")
    assert card.band is not None
    assert card.band.title["id"] == "Sangat Baik"


@pytest.mark.parametrize("check_id", sorted(CHECKS))
def test_every_check_counts(check_id: str) -> None:
    """What fails costs points in its own section alone, or fails a gate; without a section it is reported."""
    findings = [own for own in GOOD if own.check != check_id]
    card = weigh(assessment(*findings, failed(check_id)), CORE, CHECKS)
    check = CHECKS[check_id]
    barred = [result.state for result in card.gates if result.state is not GateState.PASSED]

    counted = [part.category for section in CORE.sections for part in section.criteria]
    if check.category not in counted:
        gated = any(check_id in gate.checks for gate in CORE.gates)
        expected = ([GateState.SUSPECTED], "gate") if gated else ([], "")

        assert (card.score.value, barred, card.unranked) == (100, *expected)
    elif check.advisory:
        assert card.score.value == 100
    elif not check.preview:
        # What has no section of its own belongs to the citizen's way to the services.
        own = check.category.value if check.category.value in CORE_SECTIONS else "services"
        assert [section.id for section in card.sections if section.lost] == [own]
        assert [lost for lost, _ in card.lost] == [check_id]


@pytest.mark.parametrize("site_type", ["biro", "sekretariat", "inspektorat"])
def test_agencies_without_public_services_are_not_charged_for_them(site_type: str) -> None:
    """A bureau lacks standards, charter, survey and SIPPN as of right, and still answers for its PPID."""
    lacking = ("service-standards", "service-charter", "satisfaction-survey", "online-services", "sippn-link")
    rest = [own for own in GOOD if own.check not in (*lacking, "ppid-link")]
    findings = [*rest, *map(failed, lacking), failed("ppid-link")]
    office = weigh(assessment(*findings, site_type=site_type), CORE, CHECKS)
    service = weigh(assessment(*findings), CORE, CHECKS)

    assert [check for check, _ in office.lost] == ["ppid-link"]
    assert {check for check, _ in service.lost} == {*lacking, "ppid-link"}
    assert next(own.points for own in office.sections if own.id == "services") == 20
