"""Two looks at one site: what became of each place, of the finding, and of the value."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.scoring.builders import (
    AT,
    NO_TITLE,
    assessment,
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
from webaudit.model.check import AnyCheck
from webaudit.model.finding import LOCATIONS_PER_PAGE, Counts, Finding, Location, Outcome, Verdict
from webaudit.model.recheck import ChangeState, PageFate, PlaceState, Recheck, SecondLook
from webaudit.model.report import GateState, SiteStatus
from webaudit.model.rubric import Effect, Gate, Penalty
from webaudit.scoring.recheck import recheck

ONE, OTHER = check("one"), check("other")
ON_PAGES: AnyCheck = replace(check("one", sole_target=False), page=True)
RUBRIC = rubric(section("s", criterion("a", 60, "one"), criterion("b", 40, "other")))
SEEN, GONE = PageFate.SEEN, PageFate.GONE


def look(
    before: Finding,
    after: Finding,
    *,
    of: AnyCheck = ONE,
    pages: dict[str, PageFate] | None = None,
    whole: bool = False,
    status: SiteStatus = SiteStatus.REACHABLE,
    was: SiteStatus = SiteStatus.REACHABLE,
    seen: SecondLook | None = None,
) -> Recheck:
    """A second look, beside a first at which `other` failed."""
    return recheck(
        assessment(before, failed("other"), status=was),
        assessment(after, *([failed("other")] if whole else []), status=status),
        seen or SecondLook(pages or {}),
        RUBRIC,
        catalogue(of, OTHER),
        check=None if whole else of,
    )


def on_pages(*places: tuple[str, str], outcome: Outcome = Outcome.FAILED) -> Finding:
    """A finding on pages, each place a path and a snippet."""
    verdicts = tuple(
        Verdict(outcome, Location(f"https://dinas.example/{path}", snippet=snippet), "bad")
        for path, snippet in places
    )
    return Finding("one", outcome, 0.5, 0.5, Counts(1, len(places)), verdicts=verdicts, pages=2)


@pytest.mark.parametrize(
    ("before", "after", "state", "repaired"),
    [
        pytest.param(failed("one"), passed("one"), ChangeState.REPAIRED, True, id="repaired"),
        pytest.param(failed("one"), failed("one"), ChangeState.STILL, False, id="still wrong"),
        pytest.param(failed("one"), undecided("one"), ChangeState.UNSEEN, False, id="undecided now"),
        pytest.param(failed("one"), untested("one"), ChangeState.UNSEEN, False, id="not seen"),
        pytest.param(failed("one"), inapplicable("one"), ChangeState.REPAIRED, True, id="nothing left"),
        pytest.param(passed("one"), failed("one"), ChangeState.NEW, False, id="new"),
        pytest.param(passed("one"), passed("one"), ChangeState.SAME, True, id="never wrong"),
        pytest.param(undecided("one"), undecided("one"), ChangeState.SAME, False, id="never decided"),
        pytest.param(undecided("one"), passed("one"), ChangeState.SAME, True, id="decided now"),
    ],
)
def test_state(before: Finding, after: Finding, state: ChangeState, repaired: bool) -> None:
    """Only what is seen to pass is repaired."""
    seen = look(before, after)

    assert (seen.changes[0].state, seen.repaired) == (state, repaired)


@pytest.mark.parametrize(
    ("minutes", "after", "expected"),
    [
        (10, failed("one"), GateState.FAILED),
        (9, failed("one"), GateState.SUSPECTED),
        (10, undecided("one"), GateState.UNDECIDED),
        (10, passed("one"), GateState.PASSED),
    ],
)
def test_gate_of_two_looks(minutes: int, after: Finding, expected: GateState) -> None:
    """A gate that asks for two looks has failed when a second one, ten minutes later, agrees."""
    gate = Gate("injected", NO_TITLE, ("one",), Penalty(Effect.DISQUALIFY), looks=2)
    later = assessment(after, captured_at=AT + timedelta(minutes=minutes))
    seen = recheck(
        assessment(failed("one")),
        later,
        SecondLook({}),
        replace(RUBRIC, gates=(gate,)),
        catalogue(ONE),
        check=ONE,
    )

    assert seen.before.gates[0].state is GateState.SUSPECTED
    assert seen.after.gates[0].state is expected
    assert seen.seen.gates[0].state is expected


def test_an_empty_site_is_no_repair() -> None:
    """If nothing is left to judge because the site is not all there, nothing is said."""
    seen = look(failed("one"), inapplicable("one"), status=SiteStatus.DEGRADED)

    assert seen.changes[0].state is ChangeState.UNSEEN
    assert not seen.repaired


def test_points_and_value() -> None:
    """The value is that of the first look with the one finding replaced: all else stays as it was."""
    seen = look(failed("one"), passed("one"))
    (change,) = seen.changes

    assert (change.points_before, change.points_after) == (60, 0)
    assert (seen.before.score.value, seen.after.score.value) == (0, 60)
    assert seen.has_value


def test_what_was_not_seen_changes_no_point() -> None:
    """An untested finding stands as it was."""
    seen = look(failed("one"), untested("one"))

    assert seen.before.score == seen.after.score


@pytest.mark.parametrize(
    ("was", "status"),
    [(SiteStatus.UNREACHABLE, SiteStatus.REACHABLE), (SiteStatus.REACHABLE, SiteStatus.UNREACHABLE)],
)
def test_no_value_without_two_looks(was: SiteStatus, status: SiteStatus) -> None:
    """One finding of a dead site is no value to compare with."""
    assert not look(failed("one"), passed("one"), was=was, status=status).has_value


def test_a_whole_site_is_repaired_if_nothing_fails_any_more() -> None:
    """What fails still is told, worst first, and what never failed is not."""
    seen = look(failed("one"), passed("one"), whole=True)

    assert [(change.check.id, change.state) for change in seen.changes] == [
        ("one", ChangeState.REPAIRED),
        ("other", ChangeState.STILL),
    ]
    assert not seen.repaired


def test_a_whole_site_that_is_down_is_not_repaired() -> None:
    """Where nothing could be seen nothing failed either."""
    down = recheck(
        assessment(untested("one")),
        assessment(untested("one"), status=SiteStatus.UNREACHABLE),
        SecondLook({}),
        RUBRIC,
        catalogue(ONE),
        check=None,
    )

    assert not down.repaired


def test_places() -> None:
    """Each place is told by what became of it and its page."""
    before = on_pages(("a", "<x>"), ("a", "<y>"), ("b", "<x>"), ("c", "<x>"), ("d", "<x>"))
    # Of `c` and `d` the first look's evidence stands: they were not seen again.
    after = on_pages(("a", "<y>"), ("a", "<z>"), ("d", "<x>"))
    pages = {"dinas.example/a": SEEN, "dinas.example/b": GONE}
    (change,) = look(before, after, of=ON_PAGES, pages=pages).changes

    assert [place.state for place in change.places] == [
        PlaceState.REPAIRED,
        PlaceState.STILL,
        PlaceState.GONE,
        PlaceState.UNSEEN,
        PlaceState.UNSEEN,
        PlaceState.NEW,
    ]
    assert change.state is ChangeState.STILL


def test_all_that_fails_was_not_seen_again() -> None:
    """If what fails stands on pages that were not seen again alone, nothing is said."""
    before = on_pages(("a", "<x>"), ("b", "<x>"))
    (change,) = look(before, on_pages(("b", "<x>")), of=ON_PAGES, pages={"dinas.example/a": SEEN}).changes

    assert change.state is ChangeState.UNSEEN


def test_http_and_https_are_one_page() -> None:
    """A page that moved from http to https is the same page."""
    before = on_pages(("a", "<x>"))
    (place,) = look(before, passed("one"), of=ON_PAGES, pages={"dinas.example/a": SEEN}).changes[0].places

    assert place.state is PlaceState.REPAIRED


def test_a_page_that_could_not_be_read_is_not_repaired() -> None:
    """An undecided page is not one that passed."""
    before = on_pages(("a", "<x>"))
    after = on_pages(("a", ""), outcome=Outcome.CANT_TELL)
    (change,) = look(before, after, of=ON_PAGES, pages={"dinas.example/a": SEEN}).changes

    assert change.places[0].state is PlaceState.UNSEEN
    assert change.state is ChangeState.UNSEEN


def test_places_that_were_not_all_told() -> None:
    """On a page with more places than are told, another one is not new."""
    many = [("a", f"<x{number}>") for number in range(LOCATIONS_PER_PAGE)]
    after = on_pages(("a", "<more>"))
    (change,) = look(on_pages(*many), after, of=ON_PAGES, pages={"dinas.example/a": SEEN}).changes

    assert change.places[-1].state is PlaceState.STILL


@pytest.mark.parametrize(
    ("asked", "linked", "state"),
    [
        pytest.param((), ("b.example/x",), PlaceState.UNSEEN, id="linked and not asked"),
        pytest.param(("b.example/x",), ("b.example/x",), PlaceState.REPAIRED, id="asked"),
        pytest.param((), (), PlaceState.REPAIRED, id="not linked any more"),
    ],
)
def test_a_link_that_was_not_asked_again(
    asked: tuple[str, ...], linked: tuple[str, ...], state: PlaceState
) -> None:
    """A dead link that still stands there is repaired only if it was asked."""
    links = check("one", sole_target=False)
    dead = Verdict(Outcome.FAILED, Location("https://dinas.example/", snippet="https://b.example/x"), "dead")
    before = replace(failed("one"), verdicts=(dead,))
    seen = SecondLook({}, frozenset(asked), frozenset(linked))
    (change,) = look(before, passed("one"), of=links, seen=seen).changes

    assert change.places[0].state is state
