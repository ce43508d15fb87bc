"""`link-distinction`: what axe-core found on the pages that a browser showed."""

from tests.evidence import axe_said
from webaudit.checks.accessibility.link_distinction import link_distinction
from webaudit.model.finding import Outcome


def test_a_finding_of_its_own_rule_fails() -> None:
    """What axe's rule found fails where it stands, and says who found it."""
    (verdict,) = link_distinction(axe_said("link-in-text-block", Outcome.FAILED))

    assert verdict.outcome is Outcome.FAILED
    assert verdict.code == "axe-link-in-text-block"
    assert verdict.found_by == ("axe-core",)


def test_what_axe_leaves_to_people_is_undecided() -> None:
    """An incomplete answer of axe fails nothing."""
    (verdict,) = link_distinction(axe_said("link-in-text-block", Outcome.CANT_TELL))

    assert verdict.outcome is Outcome.CANT_TELL


def test_findings_of_other_rules_are_not_its_matter() -> None:
    """A rule that belongs to another check says nothing here."""
    assert list(link_distinction(axe_said("image-alt", Outcome.FAILED))) == []
