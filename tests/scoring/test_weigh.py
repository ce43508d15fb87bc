"""How findings are weighed: exact sums, nothing lost, nothing won by what was not measured."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.builders import (
    NO_TITLE,
    assessment,
    catalogue,
    check,
    criterion,
    failed,
    inapplicable,
    partly,
    passed,
    rubric,
    section,
    undecided,
    untested,
)
from webaudit.model.check import Category, Severity
from webaudit.model.finding import Finding, Outcome
from webaudit.model.report import Assessment, CheckScore, Scorecard, SiteStatus
from webaudit.model.rubric import Criterion, Rubric
from webaudit.scoring.weigh import weigh

IDS = ["a", "b", "c", "d", "e", "f", "g"]
CATALOGUE = catalogue(
    check("a", Severity.CRITICAL),
    check("b", Severity.SERIOUS),
    check("c", Severity.MODERATE),
    check("d", Severity.MINOR),
    check("e", Severity.SERIOUS, Category.HTTPS),
    check("f", Severity.CRITICAL, Category.HTTPS),
    check("g", Severity.CRITICAL, Category.HTTPS, heuristic=True),
)
RUBRIC = rubric(
    section(
        "one", criterion("a-b", 10, "a", "b"), Criterion("rest", NO_TITLE, 7.5, category=Category.SERVICES)
    ),
    section("two", Criterion("https", NO_TITLE, 30, category=Category.HTTPS)),
    section("three", criterion("d-again", 3.3, "d"), criterion("unknown-too", 1.1, "nobody-knows", "a")),
)
ALMOST = 1e-9
"""More than floats can stray in a sum of 100 points."""


def result(*findings: Finding, by: Rubric = RUBRIC) -> Scorecard:
    """The scorecard of a site with these findings."""
    return weigh(assessment(*findings), by, CATALOGUE)


@st.composite
def bounds(draw: st.DrawFn) -> tuple[float, float]:
    """`low` and `high` of a finding that says something."""
    numbers = st.sampled_from([0.0, 1 / 3, 0.5, 11 / 18, 1.0])
    low, high = sorted((draw(numbers), draw(numbers)))
    return low, high


@st.composite
def finding_of(draw: st.DrawFn, check_id: str) -> Finding:
    """Any finding of a check."""
    kind = draw(st.sampled_from(["partly", "partly", "untested", "inapplicable"]))
    if kind == "partly":
        return partly(check_id, *draw(bounds()))
    return untested(check_id) if kind == "untested" else inapplicable(check_id)


findings = st.tuples(*(finding_of(check_id) for check_id in IDS))
positions = st.integers(0, len(IDS) - 1)


@given(findings)
def test_points_sum_to_100(said: tuple[Finding, ...]) -> None:
    """Every point of the 100 is won, lost or open, in the whole and in each part."""
    card = result(*said)

    assert card.score.won + card.score.lost + card.score.open == pytest.approx(100)
    assert sum(own.points for own in card.sections) == pytest.approx(100)
    for own in card.sections:
        assert own.won + own.lost + own.open == pytest.approx(own.points)
        assert sum(part.points for part in own.criteria) == pytest.approx(own.points)
        for part in own.criteria:
            assert sum(line.points for line in part.checks) == pytest.approx(part.points)
    assert sum(lost for _, lost in card.lost) == pytest.approx(card.score.lost)


def test_nothing_applies_is_nothing() -> None:
    """A site to which nothing applies has no points and no value: not 0, not 100."""
    card = result(*map(inapplicable, IDS), by=rubric(section("s", criterion("c", 5, "a", "b"))))

    assert (card.score.won, card.score.lost, card.score.open, card.score.value) == (0, 0, 0, None)
    assert card.band is None
    assert card.unranked == "coverage"


@given(findings, positions)
def test_fault_of_ours_never_raises_low_nor_lowers_high(said: tuple[Finding, ...], index: int) -> None:
    """A finding that could not be made opens the points: the site neither gains nor loses for certain."""
    broken = (*said[:index], untested(IDS[index]), *said[index + 1 :])
    before, after = result(*said).score, result(*broken).score

    assert after.low <= before.low + ALMOST
    assert after.high >= before.high - ALMOST


@given(findings, positions)
def test_missing_finding_is_an_untested_one(said: tuple[Finding, ...], index: int) -> None:
    """A check that nobody asked weighs as one that could not be asked."""
    missing = (*said[:index], *said[index + 1 :])
    broken = (*said[:index], untested(IDS[index]), *said[index + 1 :])

    assert result(*missing).sections == result(*broken).sections


@given(findings, positions, bounds(), bounds())
def test_better_finding_never_lowers(
    said: tuple[Finding, ...], index: int, one: tuple[float, float], other: tuple[float, float]
) -> None:
    """Whoever does better in one check has no less in the whole."""
    worse = partly(IDS[index], min(one[0], other[0]), min(one[1], other[1]))
    better = partly(IDS[index], max(one[0], other[0]), max(one[1], other[1]))
    before = result(*said[:index], worse, *said[index + 1 :]).score
    after = result(*said[:index], better, *said[index + 1 :]).score

    assert after.low >= before.low - ALMOST
    assert after.high >= before.high - ALMOST
    if before.value is not None and after.value is not None:
        assert after.value >= before.value - ALMOST


@given(findings, st.integers())
def test_order_of_findings_moves_no_bit(said: tuple[Finding, ...], seed: int) -> None:
    """Findings and catalogue in any order give the same scorecard."""
    shuffled, ids = list(said), list(CATALOGUE)
    Random(seed).shuffle(shuffled)
    Random(seed).shuffle(ids)
    card = weigh(assessment(*shuffled), RUBRIC, {check_id: CATALOGUE[check_id] for check_id in ids})

    assert replace(card, assessment=assessment(*said)) == result(*said)


@given(findings)
def test_points_to_gain_come_worst_first(said: tuple[Finding, ...]) -> None:
    """What a repair would gain most stands first, and nothing that lost nothing stands there."""
    lost = [points for _, points in result(*said).lost]

    assert all(points > 0 for points in lost)
    assert all(first >= second - ALMOST for first, second in pairwise(lost))


def points(card: Scorecard, criterion_id: str) -> dict[str, float]:
    """What each check of a criterion is worth."""
    (own,) = (own for part in card.sections for own in part.criteria if own.id == criterion_id)
    return {line.check: round(line.points, 6) for line in own.checks}


def test_severities_share_a_criterion() -> None:
    """Checks share the points of their criterion by the weights of their severities."""
    by = rubric(section("s", criterion("c", 40, "a", "b", "c")))

    assert points(result(by=by), "c") == {"a": 50, "b": 35, "c": 15}


def test_inapplicable_check_leaves_its_points_to_its_criterion() -> None:
    """A check without a target counts neither way."""
    by = rubric(section("s", criterion("c", 40, "a", "b", "c")))
    card = result(passed("a"), failed("b"), inapplicable("c"), by=by)

    assert points(card, "c") == {"a": pytest.approx(1000 / 17), "b": pytest.approx(700 / 17), "c": 0}


def test_inapplicable_criterion_leaves_its_points_to_its_section() -> None:
    """Points of a criterion in which nothing applies go to its neighbours in proportion."""
    by = rubric(
        section("s", criterion("c1", 20, "a"), criterion("c2", 10, "b"), criterion("c3", 30, "c")),
        section("t", criterion("c4", 40, "d")),
    )
    card = result(inapplicable("c"), by=by)

    assert [own.points for own in card.sections[0].criteria] == [40, 20, 0]
    assert card.sections[1].points == 40


def test_inapplicable_section_leaves_its_points_to_the_others() -> None:
    """Points of a section in which nothing applies go to the other sections in proportion."""
    by = rubric(
        section("s", criterion("c1", 20, "a")),
        section("t", criterion("c2", 60, "b")),
        section("u", criterion("c3", 20, "c")),
    )

    assert [own.points for own in result(inapplicable("c"), by=by).sections] == [25, 75, 0]


def test_criterion_that_does_not_apply_to_a_type() -> None:
    """A bureau without public services does not lose the points of their criterion."""
    by = rubric(
        section("s", criterion("c1", 20, "a"), criterion("c2", 80, "b")), not_applicable={"biro": ("c2",)}
    )
    bureau = weigh(assessment(passed("a"), failed("b"), site_type="biro"), by, CATALOGUE)

    assert bureau.score.value == 100
    assert bureau.sections[0].criteria[1].checks == ()
    assert result(passed("a"), failed("b"), by=by).score.value == 20


def test_rubric_of_other_than_100_points_is_scaled() -> None:
    """The jury may write points of any sum; the scorecard counts to 100."""
    by = rubric(section("s", criterion("c1", 1, "a")), section("t", criterion("c2", 2, "b")))

    assert [own.points for own in result(by=by).sections] == pytest.approx([100 / 3, 200 / 3])


def test_category_takes_what_no_criterion_names() -> None:
    """A criterion by category takes the rest of it, by id; a preview is shown and worth nothing."""
    card = result()

    assert list(points(card, "rest")) == ["c"]
    assert [line.check for line in card.sections[1].criteria[0].checks] == ["e", "f", "g"]
    assert points(card, "https")["g"] == 0


def test_preview_loses_nothing() -> None:
    """A heuristic that nobody measured takes no point, even where it fails."""
    with_it, without = result(failed("g")), result()

    assert with_it.score == without.score
    assert with_it.lost == ()


def test_advice_counts_only_where_it_is_named() -> None:
    """What asks more than is owed takes no point by its category, and its points where a rubric names it."""
    known = catalogue(check("h", category=Category.HTTPS, advisory=True), check("e", category=Category.HTTPS))
    by_category = rubric(section("s", Criterion("all", NO_TITLE, 10, category=Category.HTTPS)))
    by_name = rubric(section("s", criterion("named", 10, "h", "e")))
    cards = [weigh(assessment(failed("h"), passed("e")), by, known) for by in (by_category, by_name)]

    assert [card.score.value for card in cards] == [100, 50]


def test_unknown_check_is_open() -> None:
    """A check that a rubric names and nobody knows holds its points open."""
    by = rubric(section("s", criterion("c", 10, "nobody-knows")))
    card = result(by=by)

    assert card.sections[0].criteria[0].checks == (CheckScore("nobody-knows", 100, 0, 0, 100),)


def test_tenths_are_tenths() -> None:
    """Points are taken as the jury wrote them, so that ten tenths are a whole, to the bit."""
    by = rubric(section("s", *(criterion(f"c{number}", 0.1, "a") for number in range(10))))

    assert result(passed("a"), by=by).score.won == 100.0


def test_undecided_share_is_open() -> None:
    """Of a finding that is partly decided, the rest is open."""
    by = rubric(section("s", criterion("c", 10, "a")))
    score = result(partly("a", 0.25, 0.75), by=by).score

    assert (score.won, score.lost, score.open, score.value) == (25, 25, 50, 50)


def test_band_is_the_one_printed() -> None:
    """A value that prints as 60.00 has the band of 60."""
    by = rubric(section("s", criterion("c", 10, "a")))

    assert [
        band.floor
        for low in (0.59999, 0.5999)
        if (band := result(partly("a", low, low), by=by).band) is not None
    ] == [60, 0]


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (assessment(passed("a"), passed("b")), ""),
        (assessment(passed("a"), passed("b"), status=SiteStatus.DEGRADED), ""),
        (assessment(passed("a"), passed("b"), status=SiteStatus.BLOCKED, award=False), "status"),
        (assessment(passed("a"), passed("b"), status=SiteStatus.UNREACHABLE), "status"),
        (assessment(passed("a"), passed("b"), status=SiteStatus.DISALLOWED), "status"),
        (assessment(passed("a"), passed("b"), status=SiteStatus.INVALID), "status"),
        (assessment(passed("a"), passed("b"), status=SiteStatus.UNTESTED), "status"),
        (assessment(passed("a"), passed("b"), award=False, site_type="portal"), "award"),
        (assessment(passed("a"), passed("b"), site_type="portal"), "type"),
        (assessment(passed("a"), undecided("b")), "coverage"),
        (assessment(passed("a")), "coverage"),
        (assessment(passed("a"), inapplicable("b")), ""),
    ],
)
def test_reason_for_no_rank(made: Assessment, reason: str) -> None:
    """A site takes no rank for the first reason that holds: status, award, type, gate, coverage."""
    by = rubric(
        section("s", criterion("c1", 50, "a")),
        section("t", criterion("c2", 50, "b")),
        least_coverage=0.5,
        groups={"dinas-badan": ("dinas", "badan")},
    )

    assert weigh(made, by, CATALOGUE).unranked == reason


def test_coverage_at_the_least_is_enough() -> None:
    """Only a section *below* the least coverage bars from a rank, and a tenth is exact."""
    by = rubric(section("s", criterion("c1", 0.3, "a"), criterion("c2", 0.7, "b")), least_coverage=0.3)

    assert result(passed("a"), by=by).unranked == ""
    assert result(passed("b"), by=replace(by, least_coverage=0.71)).unranked == "coverage"


def test_findings_stay_as_they_were() -> None:
    """Weighing adds points and takes nothing from what was found."""
    made = assessment(passed("a"), failed("b"))

    assert weigh(made, RUBRIC, CATALOGUE).assessment is made
    assert made.findings[1].outcome is Outcome.FAILED


def test_a_type_may_weigh_a_criterion_otherwise() -> None:
    """The weight of a criterion for a type of agency moves points within its section alone."""
    by = rubric(
        section("one", criterion("c", 4, "a", types={"rsud": 12}), criterion("d", 4, "b")),
        section("two", criterion("e", 8, "c")),
    )
    cards = {
        site_type: weigh(assessment(passed("a"), failed("b"), site_type=site_type), by, CATALOGUE)
        for site_type in ("dinas", "rsud")
    }

    assert [cards[one].sections[0].points for one in cards] == [50, 50]
    assert [cards[one].score.won for one in cards] == [25, 37.5]
