"""The demo: the built-in province, audited by the same pipeline as any other."""

import pytest

from tests.conftest import Audited
from webaudit.demo.agency import Agency
from webaudit.demo.province import AGENCIES

pytestmark = pytest.mark.network


def test_every_planted_status_is_found(audited: Audited) -> None:
    """Each agency's site gets the status that the province planted, and none is missing."""
    found = {site["id"]: site["status"] for site in audited.report["sites"]}

    assert found == {agency.id: agency.truth.status.value for agency in AGENCIES}


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.id)
def test_every_planted_failure_is_found_and_none_beside(audited: Audited, agency: Agency) -> None:
    """The checks that fail on a site are those that the province planted there."""
    (site,) = (site for site in audited.report["sites"] if site["id"] == agency.id)
    failing = {finding["check"] for finding in site["findings"] if finding["outcome"] == "failed"}

    assert failing == agency.truth.fails


def test_it_says_where_the_evidence_lies(audited: Audited) -> None:
    """The last lines name the run and the JSON report."""
    shown = audited.shown.replace("\n", "")

    assert audited.run.name in shown
    assert audited.json.name in shown
