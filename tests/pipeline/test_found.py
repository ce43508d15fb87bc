"""What was not measured on a page leaves open what rests on it there, and nothing else."""

import pytest

from webaudit.checks import catalogue
from webaudit.model.finding import Outcome, Tally
from webaudit.model.record import FailureReason
from webaudit.model.rendered import Rendered, RenderedPage, Row
from webaudit.pipeline.found import by_page

TICKER: Row = {"xpath": "/html/body/p", "markup": "<p>", "letters": 40, "travels": True, "control": False}
PAGE = RenderedPage(
    "https://dinas.example/",
    facts={"motion": (TICKER,)},
    unmeasured={"reflow": FailureReason.TIMEOUT, "axe": FailureReason.BROWSER},
)


def said(check_id: str) -> tuple[Tally, ...]:
    """The tallies of a check on the page."""
    (check,) = [check for check in catalogue().checks if check.id == check_id]
    return tuple(by_page(lambda shown: check(rendered=shown), check, Rendered((PAGE,)), ()))


@pytest.mark.parametrize(("check_id", "reason"), [("reflow", "timeout"), ("measure-name", "browser")])
def test_unmeasured_is_open(check_id: str, reason: str) -> None:
    """A check that needs a fact, or axe, is open on a page where it is missing, with the reason."""
    (found,) = said(check_id)

    assert (found.low, found.high) == (0.0, 1.0)
    assert [verdict.code for verdict in found.shown] == [reason]


def test_measured_is_judged() -> None:
    """What was measured on the same page is judged."""
    (found,) = said("motion")

    assert [verdict.outcome for verdict in found.shown] == [Outcome.FAILED]
