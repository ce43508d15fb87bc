"""What a finding earns by the steps of a measure, and by the code of its verdict."""

from fractions import Fraction

import pytest

from tests.scoring.builders import NO_TITLE, check, criterion, failed, partly, passed, undecided, untested
from webaudit.model.finding import Finding, Measure, Outcome, fold, tally
from webaudit.model.finding import failed as failed_target
from webaudit.model.finding import passed as passed_target
from webaudit.model.rubric import Criterion, Steps
from webaudit.scoring.earn import OPEN, Interval, earned, exact

NEWS = Criterion(
    "news",
    NO_TITLE,
    10,
    steps=Steps("newest-content", "age_days", at_most=((7, 10), (14, 8), (30, 6), (60, 4), (90, 2))),
)
UPTIME = Criterion(
    "uptime", NO_TITLE, 4, steps=Steps("uptime", "ratio", at_least=((0.999, 4), (0.99, 2), (0.97, 1)))
)
LOST = (Fraction(0), Fraction(0))


def age(days: float) -> Measure:
    """An age as newest-content measures it."""
    return Measure("age_days", days)


@pytest.mark.parametrize(
    ("days", "share"),
    [(0, 1), (7, 1), (7.01, "0.8"), (14, "0.8"), (30, "0.6"), (60, "0.4"), (90, "0.2"), (90.5, 0), (4000, 0)],
)
def test_best_step_that_applies(days: float, share: str) -> None:
    """Limits belong to the better step; beyond the last one nothing is earned."""
    finding = passed("newest-content", measure=age(days))

    assert earned(NEWS, finding, None) == (Fraction(share), Fraction(share))


@pytest.mark.parametrize(("ratio", "share"), [(1, 1), (0.999, 1), (0.998, "0.5"), (0.97, "0.25"), (0.5, 0)])
def test_best_step_from_below(ratio: float, share: str) -> None:
    """Steps may ask for at least a number, too."""
    finding = failed("uptime", measure=Measure("ratio", ratio))

    assert earned(UPTIME, finding, None) == (Fraction(share), Fraction(share))


def test_steps_ask_the_measure_and_not_the_outcome() -> None:
    """A check that fails at 60 days still earns what the jury gives for 45."""
    assert earned(NEWS, failed("newest-content", measure=age(45)), None) == (Fraction(2, 5), Fraction(2, 5))


@pytest.mark.parametrize(
    ("finding", "interval"),
    [
        pytest.param(None, OPEN, id="not asked"),
        pytest.param(untested("newest-content"), OPEN, id="untested"),
        pytest.param(undecided("newest-content"), OPEN, id="undecided"),
        pytest.param(undecided("newest-content", measure=age(3)), OPEN, id="undecided for all its measure"),
        pytest.param(passed("newest-content", measure=Measure("words", 3)), OPEN, id="another measure"),
        pytest.param(passed("newest-content", measure=age(float("nan"))), OPEN, id="no number"),
        pytest.param(passed("newest-content"), OPEN, id="passed without a measure"),
        pytest.param(partly("newest-content", 0.5, 0.5), OPEN, id="many targets"),
        pytest.param(failed("newest-content", "no-news"), LOST, id="failed for want of anything to measure"),
    ],
)
def test_without_a_measure(finding: Finding | None, interval: Interval) -> None:
    """What was not measured is open; only who has nothing to be measured loses."""
    assert earned(NEWS, finding, None) == interval


def test_more_than_all_is_all() -> None:
    """A step of more points than the criterion has earns all of them, and no more."""
    generous = Criterion("news", NO_TITLE, 10, steps=Steps("newest-content", "age_days", ((7, 25),)))

    assert earned(generous, passed("newest-content", measure=age(1)), None) == (Fraction(1), Fraction(1))


HALF = criterion("ppid", 4, "ppid-link", shares={"outside-government-host": 0.5})
SOLE = check("ppid-link")


@pytest.mark.parametrize(
    ("finding", "interval"),
    [
        (passed("ppid-link", "outside-government-host"), ("0.5", "0.5")),
        (failed("ppid-link", "outside-government-host"), ("0.5", "0.5")),
        (passed("ppid-link"), (1, 1)),
        (failed("ppid-link", "absent"), (0, 0)),
        (undecided("ppid-link", "outside-government-host"), (0, 1)),
        (untested("ppid-link"), (0, 1)),
    ],
)
def test_share_by_code(finding: Finding, interval: tuple[str, str]) -> None:
    """The jury may give a decided case a part of the points, whichever way the check decided."""
    assert earned(HALF, finding, SOLE) == tuple(map(Fraction, interval))


def test_share_by_code_on_pages() -> None:
    """Where each page has its sole target, a code earns its share of that page's part of the mean."""
    pages = [
        [passed_target(None)],
        [failed_target(None, "outside-government-host", "")],
        [failed_target(None, "absent", "")],
    ]
    tallies = [tally(f"https://dinas.example/{n}", page, sole_target=True) for n, page in enumerate(pages)]
    finding = fold("ppid-link", [page for page in tallies if page is not None])
    low, high = earned(HALF, finding, SOLE)

    assert finding.outcome is Outcome.FAILED
    assert [float(low), float(high)] == pytest.approx([0.5, 0.5])


def test_codes_of_many_targets_earn_nothing_apart() -> None:
    """A share is of a sole target's points; where there are many, the fold decides."""
    finding = failed("ppid-link", "outside-government-host")

    assert earned(HALF, finding, check("ppid-link", sole_target=False)) == LOST


def test_numbers_are_as_written() -> None:
    """A tenth in a rubric is a tenth."""
    assert exact(0.1) == Fraction(1, 10)
    assert exact(20) == 20
