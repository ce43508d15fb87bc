"""How verdicts fold to a finding: what can move a score, and which way."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.model.finding import (
    LOCATIONS_PER_PAGE,
    Counts,
    Finding,
    Location,
    Outcome,
    Tally,
    Verdict,
    fold,
    tally,
    untested,
)
from webaudit.model.record import FailureReason

URL = "https://dinas.example/"
PASSED, FAILED, CANT_TELL = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL

PLACES = [f"<img src={name}>" for name in "abc"]
CODES = ["missing", "empty"]

verdicts = st.builds(
    lambda outcome, snippet, code: Verdict(outcome, Location(URL, snippet=snippet), code),
    st.sampled_from([PASSED, FAILED, CANT_TELL]),
    st.sampled_from(PLACES),
    st.sampled_from(CODES),
)
pages = st.lists(verdicts, min_size=1, max_size=8)
sites = st.lists(pages, min_size=1, max_size=5)


def verdict(outcome: Outcome, snippet: str = "", code: str = "missing") -> Verdict:
    """A verdict on an element of the one page."""
    return Verdict(outcome, Location(URL, snippet=snippet), code)


def one(said: Sequence[Verdict], *, sole_target: bool = False, url: str = URL) -> Tally:
    """The tally of a page that has a target."""
    folded = tally(url, said, sole_target=sole_target)

    assert folded is not None
    return folded


def site(said: Sequence[Sequence[Verdict]]) -> Finding:
    """The finding over pages of one site."""
    return fold("check", [one(page, url=f"{URL}{number}") for number, page in enumerate(said)])


def never_better(after: Tally | Finding, before: Tally | Finding) -> bool:
    """Whether neither bound rose."""
    return after.low <= before.low and after.high <= before.high


@given(pages, st.sampled_from(PLACES))
def test_passed_target_added_changes_nothing(said: list[Verdict], snippet: str) -> None:
    """A page that has targets can not be bettered by more targets that pass."""
    before, after = one(said), one([*said, verdict(PASSED, snippet, "")])

    assert (after.low, after.high) == (before.low, before.high)


@given(pages, st.sampled_from(PLACES), st.sampled_from(CODES))
def test_failed_target_added_never_raises(said: list[Verdict], snippet: str, code: str) -> None:
    """One more failed target raises neither bound."""
    assert never_better(one([*said, verdict(FAILED, snippet, code)]), one(said))


@given(pages, st.data())
def test_repair_never_lowers(said: list[Verdict], data: st.DataObject) -> None:
    """A failed target that is repaired lowers neither bound."""
    index = data.draw(st.integers(0, len(said) - 1))
    repaired = [*said[:index], replace(said[index], outcome=PASSED, code=""), *said[index + 1 :]]

    assert never_better(one(said), one(repaired))


@given(sites, st.data())
def test_repair_never_lowers_a_site(said: list[list[Verdict]], data: st.DataObject) -> None:
    """The same holds for the mean over the pages of a site."""
    page = data.draw(st.integers(0, len(said) - 1))
    index = data.draw(st.integers(0, len(said[page]) - 1))
    repaired = [list(verdicts) for verdicts in said]
    repaired[page][index] = replace(said[page][index], outcome=PASSED, code="")

    assert never_better(site(said), site(repaired))


@given(pages, st.data(), st.sampled_from(CODES))
def test_undecided_target_never_helps_and_never_harms(
    said: list[Verdict], data: st.DataObject, code: str
) -> None:
    """Any verdict that becomes undecided, whatever its new code, never raises `low` nor lowers `high`."""
    index = data.draw(st.integers(0, len(said) - 1))
    unclear = [*said[:index], replace(said[index], outcome=CANT_TELL, code=code), *said[index + 1 :]]
    before, after = one(said), one(unclear)

    assert after.low <= before.low
    assert after.high >= before.high


def test_failed_target_does_not_melt_into_an_undecided_neighbour() -> None:
    """A failed image that becomes undecided like its twin of the same markup does not raise `low`."""
    before = one([verdict(FAILED, "<img>", "missing"), verdict(CANT_TELL, "<img>", "unclear")])
    after = one([verdict(CANT_TELL, "<img>", "unclear"), verdict(CANT_TELL, "<img>", "unclear")])

    assert after.low <= before.low


@given(sites, st.data())
def test_errored_page_never_helps_and_never_harms(said: list[list[Verdict]], data: st.DataObject) -> None:
    """A page on which the check breaks down is wholly open: `low` does not rise, nor does `high` sink."""
    index = data.draw(st.integers(0, len(said) - 1))
    tallies = [one(page, url=f"{URL}{number}") for number, page in enumerate(said)]
    errored = list(tallies)
    errored[index] = Tally(tallies[index].url, 0.0, 1.0, Counts(undecided=1), ())
    before, after = fold("check", tallies), fold("check", errored)

    assert after.low <= before.low
    assert after.high >= before.high


def thin_site(said: Sequence[Sequence[Verdict]], thin: int) -> Finding:
    """The finding over pages of which the last `thin`, but never the first, say nothing of their own.

    A page with one verdict is taken for one with a sole target, so that there are some that keep nothing.
    """
    urls = [f"{URL}{number}" for number in range(len(said))]
    folded = [one(page, url=url, sole_target=len(page) == 1) for page, url in zip(said, urls, strict=True)]
    return fold("check", folded, thin=urls[max(1, len(said) - thin) :])


@given(sites, pages, st.integers(0, 4))
def test_a_thin_page_never_raises(said: list[list[Verdict]], more: list[Verdict], thin: int) -> None:
    """A page more that says nothing of its own raises neither bound, however good it is."""
    assert never_better(thin_site([*said, more], thin + 1), thin_site(said, min(thin, len(said) - 1)))


@given(sites, st.integers(0, 4))
def test_to_become_thin_never_raises(said: list[list[Verdict]], thin: int) -> None:
    """A page that others have made thin, by saying the same, raises neither bound."""
    assert never_better(thin_site(said, thin + 1), thin_site(said, thin))


@given(sites, st.integers(0, 4), st.data())
def test_repair_of_a_thin_page_never_lowers(
    said: list[list[Verdict]], thin: int, data: st.DataObject
) -> None:
    """A repaired target lowers no bound, and an undecided one neither raises `low` nor lowers `high`."""
    page = data.draw(st.integers(0, len(said) - 1))
    at = data.draw(st.integers(0, len(said[page]) - 1))
    was = thin_site(said, thin)
    said[page][at] = replace(said[page][at], outcome=PASSED)
    repaired = thin_site(said, thin)
    said[page][at] = replace(said[page][at], outcome=CANT_TELL)
    undecided = thin_site(said, thin)

    assert never_better(was, repaired)
    assert undecided.low <= repaired.low
    assert undecided.high >= was.high


def test_thin_pages_alone_win_nothing() -> None:
    """Where no other page has a target, the thin ones make the check apply only by failing."""
    good, bad = one([verdict(PASSED)], url=f"{URL}1"), one([verdict(FAILED)], url=f"{URL}2")

    assert fold("check", [good], thin=[f"{URL}1"]).outcome is Outcome.INAPPLICABLE
    assert fold("check", [good, bad], thin=[f"{URL}1", f"{URL}2"]).low == 0.5


def test_thin_pages_do_not_dilute_a_total_failure() -> None:
    """Where all others lose everything, so does the site."""
    bad = one([verdict(FAILED)], sole_target=True, url=URL)
    good = [one([verdict(PASSED)], sole_target=True, url=f"{URL}{number}") for number in range(9)]
    folded = fold("check", [bad, *good], thin=[page.url for page in good])

    assert (folded.low, folded.high) == (0.0, 0.0)


@given(pages, st.booleans())
def test_bounds_are_shares(said: list[Verdict], sole_target: bool) -> None:
    """`low` is at most `high`, and both lie from 0 to 1."""
    page = one(said[:1] if sole_target else said, sole_target=sole_target)

    assert 0 <= page.low <= page.high <= 1


@given(pages)
def test_all_decided_closes_the_bounds(said: list[Verdict]) -> None:
    """Nothing is open on a page where every target is decided."""
    decided = [own for own in said if own.outcome is not CANT_TELL]
    page = tally(URL, decided, sole_target=False)

    assert page is None or page.low == page.high


@given(sites, st.randoms(use_true_random=False))
def test_order_of_pages_moves_no_bit(said: list[list[Verdict]], random: object) -> None:
    """Pages folded in another order give the same finding."""
    tallies = [one(page, url=f"{URL}{number}") for number, page in enumerate(said)]
    shuffled = list(tallies)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert fold("check", shuffled) == fold("check", tallies)


@pytest.mark.parametrize(
    ("outcomes", "low", "high"),
    [
        pytest.param([PASSED], 1, 1, id="passed"),
        pytest.param([FAILED], 1 / 2, 1 / 2, id="one failed"),
        pytest.param([FAILED, FAILED], 1 / 3, 1 / 3, id="two failed"),
        pytest.param([PASSED] * 99 + [FAILED], 1 / 2, 1 / 2, id="passed ones dilute nothing"),
        pytest.param([CANT_TELL], 1 / 2, 1, id="one undecided"),
        pytest.param([FAILED, CANT_TELL], 1 / 3, 1 / 2, id="one failed, one undecided"),
    ],
)
def test_page_of_many_targets(outcomes: list[Outcome], low: float, high: float) -> None:
    """A page keeps between 1/(1+n+u) and 1/(1+n), with n causes failed and u undecided."""
    page = one([verdict(outcome, f"<img src={number}>") for number, outcome in enumerate(outcomes)])

    assert (page.low, page.high) == (low, high)


@pytest.mark.parametrize(("outcome", "low", "high"), [(PASSED, 1, 1), (FAILED, 0, 0), (CANT_TELL, 0, 1)])
def test_sole_target_keeps_all_or_nothing(outcome: Outcome, low: float, high: float) -> None:
    """A page without a language has none: nothing of its points is kept."""
    page = one([verdict(outcome)], sole_target=True)

    assert (page.low, page.high) == (low, high)


def test_repeats_are_one_cause() -> None:
    """The same markup, failed fifty times by one template, is mended once and counts once."""
    page = one([verdict(FAILED, "<a href=#>")] * 50)

    assert page.low == 1 / 2
    assert page.counts.failed == 50


def test_no_target_is_no_tally() -> None:
    """A page without a target has no part in the mean."""
    assert tally(URL, [], sole_target=False) is None


def test_no_page_with_a_target_is_inapplicable() -> None:
    """A check without any target says nothing about the site."""
    finding = fold("check", [])

    assert finding.outcome is Outcome.INAPPLICABLE
    assert finding.score is None


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ([[PASSED], [PASSED]], PASSED),
        ([[PASSED], [CANT_TELL]], CANT_TELL),
        ([[CANT_TELL], [FAILED], [PASSED]], FAILED),
    ],
)
def test_any_failed_then_any_undecided(said: list[list[Outcome]], outcome: Outcome) -> None:
    """One failed target fails the finding; else one that is undecided leaves it undecided."""
    assert site([[verdict(own) for own in page] for page in said]).outcome is outcome


def test_reason_only_where_something_is_undecided() -> None:
    """A reason stands beside what it explains."""
    clear = fold("check", [one([verdict(FAILED)])], FailureReason.BLOCKED)
    unclear = fold("check", [one([verdict(CANT_TELL)])], FailureReason.BLOCKED)

    assert (clear.reason, unclear.reason) == (None, FailureReason.BLOCKED)


def test_untested_is_all_open() -> None:
    """What was not measured is neither won nor lost, and never 0."""
    finding = untested("check", FailureReason.TIMEOUT)

    assert (finding.low, finding.high, finding.score) == (0, 1, None)


@given(st.lists(verdicts, min_size=1, max_size=60))
def test_a_failed_page_shows_a_failed_place(said: list[Verdict]) -> None:
    """However many targets are undecided, the cut leaves a place where the points went."""
    page = one(said)

    assert len(page.shown) <= LOCATIONS_PER_PAGE
    assert any(own.outcome is FAILED for own in page.shown) == bool(page.counts.failed)


def test_cut_hides_no_cause_behind_repeats() -> None:
    """The twenty places shown are of twenty causes before any of them repeats, in the order of the page."""
    template = [verdict(FAILED, "<a href=#>")] * 30
    others = [verdict(FAILED, f"<a href={number}>") for number in range(5)]
    shown = one([*template, *others]).shown

    assert shown == (*template[:15], *others)
