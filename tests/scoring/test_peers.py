"""What users of other programs reported, or what was measured in them; none of it may happen here."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.builders import (
    NO_TITLE,
    assessment,
    card,
    catalogue,
    check,
    criterion,
    failed,
    inapplicable,
    passed,
    rubric,
    section,
    undecided,
    untested,
)
from webaudit.model.check import Severity
from webaudit.model.finding import Finding, Location, Outcome, Verdict, fold, tally
from webaudit.model.record import FailureReason
from webaudit.model.report import Score, Scorecard, SiteStatus
from webaudit.model.rubric import Effect, Gate, Penalty
from webaudit.scoring.rank import rank
from webaudit.scoring.weigh import weigh

CATALOGUE = catalogue(check("a", Severity.CRITICAL), check("b", Severity.MINOR), check("c"))
BY = rubric(section("s", criterion("c1", 60, "a", "b"), criterion("c2", 40, "c")), least_coverage=0.5)


def result(*findings: Finding) -> Scorecard:
    """The scorecard of a site with these findings."""
    return weigh(assessment(*findings), BY, CATALOGUE)


def page(url: str, *outcomes: Outcome) -> Finding:
    """The finding over one page with targets of their own markup."""
    said = [
        Verdict(outcome, Location(url, snippet=f"<img src={n}>"), "bad") for n, outcome in enumerate(outcomes)
    ]
    folded = tally(url, said, sole_target=False)

    assert folded is not None
    return fold("a", [folded])


def test_crashed_check_scores_no_full_marks() -> None:
    """webperf_core 1219, 208, 1513: a check that broke down counted as passed."""
    broken = replace(undecided("a"), reason=FailureReason.CHECK_ERROR)
    card = result(broken, passed("b"), passed("c"))

    assert card.score.low < result(passed("a"), passed("b"), passed("c")).score.low
    assert card.score.open > 0


def test_timeout_does_not_improve() -> None:
    """webperf_core 124: a page that timed out scored better than one that answered badly."""
    timeout = Finding("a", Outcome.UNTESTED, reason=FailureReason.TIMEOUT)
    before, after = result(failed("a"), passed("b"), passed("c")), result(timeout, passed("b"), passed("c"))

    assert after.score.low <= before.score.low


def test_timeout_of_everything_is_no_rank_and_no_zero() -> None:
    """What was not measured is not measured: no value, no rank, and never 0."""
    nothing = weigh(
        assessment(untested("a"), untested("b"), untested("c"), status=SiteStatus.UNTESTED), BY, CATALOGUE
    )

    assert nothing.score == Score(0, 0, 100)
    assert nothing.score.value is None
    assert nothing.band is None
    assert nothing.unranked == "status"


def test_resolved_row_does_not_dilute_a_critical_one() -> None:
    """A scanner's mean rose from 75 to 87.5 when a harmless row joined a critical one."""
    alone = page("https://dinas.example/", Outcome.FAILED)
    diluted = page("https://dinas.example/", Outcome.FAILED, *[Outcome.PASSED] * 100)

    assert (diluted.low, diluted.high) == (alone.low, alone.high)


def test_passed_minor_check_does_not_outweigh_a_critical_one() -> None:
    """Checks of one criterion count by the harm they do, not by their number."""
    score = result(failed("a"), passed("b"), inapplicable("c")).score

    assert score.value == pytest.approx(100 / 11)


@given(st.integers(0, 500))
def test_no_mean_is_negative(failures: int) -> None:
    """A category mean fell to −50: however much fails, nobody falls below 0."""
    finding = page("https://dinas.example/", Outcome.PASSED, *[Outcome.FAILED] * failures)
    worst = result(finding, failed("b"), failed("c"))

    assert 0 <= worst.score.low <= worst.score.high <= 100
    assert all(own.won >= 0 and own.lost >= 0 and own.open >= 0 for own in worst.sections)


def test_block_page_is_not_scored_as_the_site() -> None:
    """webperf_core 963, site-scanning 1490: a firewall's page was ranked as the agency's."""
    blocked = weigh(
        assessment(untested("a"), passed("b"), passed("c"), status=SiteStatus.BLOCKED), BY, CATALOGUE
    )

    assert blocked.unranked == "status"


def test_same_findings_same_score() -> None:
    """Internet.nl 573: the same findings gave different scores."""
    findings = (passed("a"), failed("b"), undecided("c"))

    assert result(*findings).score == result(*reversed(findings)).score


def test_our_own_outage_is_not_read_as_theirs() -> None:
    """Internet.nl 1826: a failure of the scanner's network marked every site down."""
    gate = Gate("alive", NO_TITLE, ("a",), Penalty(Effect.DISQUALIFY))
    ours = Finding("a", Outcome.UNTESTED, reason=FailureReason.OUR_NETWORK)
    made = assessment(ours, status=SiteStatus.UNTESTED)
    scorecard = weigh(made, replace(BY, gates=(gate,)), CATALOGUE)

    assert not any(result.bars_from_rank for result in scorecard.gates)
    assert scorecard.score.lost == 0


def test_equal_sites_share_a_rank() -> None:
    """In websecmap, equals were ranked by the number of their endpoints, then by name."""
    (ranking,) = rank([card("zebra", 70, 30), card("alpha", 70, 30)], BY)

    assert [place.rank for place in ranking.places] == [1, 1]


def test_inapplicable_is_not_passed() -> None:
    """Lighthouse 3444: rules without a target counted as passed and lifted bad pages."""
    assert result(failed("a"), inapplicable("b"), inapplicable("c")).score.value == 0


def test_one_error_does_not_void_the_whole() -> None:
    """Lighthouse 10908: one errored audit made the whole category's score null."""
    assert result(passed("a"), passed("b"), untested("c")).score.value == 100


def test_hacked_site_can_not_win() -> None:
    """Under a weighted mean alone, a site full of gambling links may still come first."""
    gate = Gate("injected", NO_TITLE, ("injected-content",), Penalty(Effect.DISQUALIFY), looks=2)
    hacked = weigh(
        assessment(passed("a"), passed("b"), passed("c"), failed("injected-content"), site_id="hacked"),
        replace(BY, gates=(gate,)),
        CATALOGUE,
    )
    (ranking,) = rank([hacked, card("modest", 40, 60)], BY)

    assert [(place.site, place.rank) for place in ranking.places] == [("modest", 1), ("hacked", None)]


def test_points_regained_equal_a_real_rerun() -> None:
    """Siteimprove shows points for each repair: ours are what the repair then gives."""
    before = result(passed("a"), failed("b"), failed("c"))
    gain = dict(before.lost)["c"]

    assert result(passed("a"), failed("b"), passed("c")).score.won == pytest.approx(before.score.won + gain)


def test_site_list_is_ranked_by_id_not_by_address() -> None:
    """webperf_core 1178: results were lost when a redirect changed the address they were kept by."""
    made = assessment(passed("a"))
    (ranking,) = rank([weigh(replace(made, final_url="https://elsewhere.example/"), BY, CATALOGUE)], BY)

    assert [place.site for place in ranking.places] == ["dinas"]
