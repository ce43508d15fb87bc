"""How sites are put in order: ties, shared ranks, and which order is certain."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.builders import NO_TITLE, card, rubric
from webaudit.model.report import CriterionScore, GateResult, GateState, Place, Scorecard, SectionScore
from webaudit.model.rubric import GATES_FAILED, Effect, Gate, Penalty
from webaudit.scoring.rank import in_print, rank

BY = rubric(tie_break=("services", "https"))


def places(*cards: Scorecard) -> dict[str, Place]:
    """The one ranking, by site."""
    (ranking,) = rank(cards, BY)

    return {place.site: place for place in ranking.places}


def ranks(*cards: Scorecard) -> list[tuple[str, int | None]]:
    """Sites and ranks in order."""
    return [(place.site, place.rank) for place in places(*cards).values()]


def test_best_value_first() -> None:
    """Sites are listed by the share won of what is decided, not by points won."""
    assert ranks(card("a", 50, 50), card("b", 40, 10), card("c", 60, 20)) == [("b", 1), ("c", 2), ("a", 3)]


def test_equals_share_a_rank_and_the_next_is_counted_on() -> None:
    """Two firsts are followed by a third."""
    found = places(card("c", 60, 40), card("b", 70, 30), card("a", 70, 30))

    assert [(place.site, place.rank, place.tied_with) for place in found.values()] == [
        ("a", 1, ("b",)),
        ("b", 1, ("a",)),
        ("c", 3, ()),
    ]


def test_fewer_failed_gates_break_a_tie() -> None:
    """A step of the tie-break may count failed gates, or look at one criterion."""
    gate = Gate("https", NO_TITLE, ("https-forced",), Penalty(Effect.CAP, 90))
    results = {
        state: (GateResult(gate, state, "https-forced", gate.penalty),)
        for state in (GateState.PASSED, GateState.FAILED)
    }
    by = rubric(tie_break=(GATES_FAILED, "D1"))
    language, title = (
        SectionScore("D", NO_TITLE, 10, 6, 4, 0.0, (CriterionScore("D1", NO_TITLE, 5, won, 5 - won, 0, ()),))
        for won in (1, 4)
    )
    (ranking,) = rank(
        [
            replace(card("a", 70, 30, gates=results[GateState.FAILED]), sections=(title,)),
            replace(card("b", 70, 30, gates=results[GateState.PASSED]), sections=(language,)),
            replace(card("c", 70, 30, gates=results[GateState.PASSED]), sections=(title,)),
        ],
        by,
    )

    assert [(place.site, place.decided_by) for place in ranking.places] == [
        ("c", "D1"),
        ("b", "D1"),
        ("a", "gates-failed"),
    ]


def test_two_decimals_are_compared() -> None:
    """What prints alike is alike: no rank hangs on a third decimal."""
    assert ranks(card("a", 70.001, 29.999), card("b", 70.004, 29.996)) == [("a", 1), ("b", 1)]
    assert ranks(card("a", 70.001, 29.999), card("b", 70.006, 29.994)) == [("b", 1), ("a", 2)]


def test_last_bit_decides_nothing() -> None:
    """Equal sums that floats tell apart in the last bit round to the same side of a half."""
    assert in_print(66.66499999999999) == in_print(66.665) == in_print(66.66500000000002) == 66.67


def test_section_breaks_a_tie() -> None:
    """Where values are equal, the first section that tells them apart decides, and is named."""
    found = places(
        card("a", 70, 30, sections=[("https", 20, 10), ("services", 50, 20)]),
        card("b", 70, 30, sections=[("https", 10, 20), ("services", 60, 10)]),
        card("c", 60, 40, sections=[("https", 30, 0), ("services", 30, 40)]),
    )

    assert [(place.site, place.rank, place.decided_by) for place in found.values()] == [
        ("b", 1, "services"),
        ("a", 2, "services"),
        ("c", 3, ""),
    ]


def test_later_section_breaks_what_the_first_left() -> None:
    """Each site names the section that last set it apart."""
    found = places(
        card("a", 70, 30, sections=[("https", 5, 20), ("services", 30, 10)]),
        card("b", 70, 30, sections=[("https", 15, 10), ("services", 30, 10)]),
        card("c", 70, 30, sections=[("https", 25, 0), ("services", 20, 20)]),
        card("d", 70, 30, sections=[("https", 5, 20), ("services", 30, 10)]),
    )

    assert [(place.site, place.rank, place.decided_by) for place in found.values()] == [
        ("b", 1, "https"),
        ("a", 2, "https"),
        ("d", 2, "https"),
        ("c", 4, "services"),
    ]


def test_section_that_not_all_have_decides_nothing() -> None:
    """Nobody loses a tie for a section that does not apply to it."""
    found = places(
        card("a", 70, 30, sections=[("https", 70, 30)]),
        card("b", 70, 30, sections=[("https", 10, 10), ("services", 60, 20)]),
    )

    assert [(place.site, place.rank, place.decided_by) for place in found.values()] == [
        ("a", 1, "https"),
        ("b", 2, "https"),
    ]


def test_sites_without_a_rank_follow_by_id() -> None:
    """A site that takes no rank stays in the list, below all others."""
    assert ranks(
        card("z", 10, 90),
        card("c", 99, 1, unranked="gate"),
        card("b", 100, 0, unranked="status"),
        card("a", 0, 0),
    ) == [("z", 1), ("a", None), ("b", None), ("c", None)]


def test_groups_are_ranked_apart() -> None:
    """Each group has its own first; a type that no group has stands in none."""
    by = rubric(groups={"dinas-badan": ("dinas", "badan"), "unit": ("rsud",), "setda": ("biro",)})
    cards = [card("a", 50, 50), card("b", 90, 10, site_type="rsud"), card("c", 60, 40, site_type="badan")]
    cards.append(card("d", 100, 0, site_type="portal", unranked="type"))

    assert [
        (ranking.group, [(place.site, place.rank) for place in ranking.places]) for ranking in rank(cards, by)
    ] == [("dinas-badan", [("c", 1), ("a", 2)]), ("unit", [("b", 1)]), ("setda", [])]


@pytest.mark.parametrize(
    ("first", "second", "certain"),
    [
        pytest.param((80, 20), (60, 40), True, id="all is decided"),
        pytest.param((80, 20), (70, 20), False, id="the second could reach as high"),
        pytest.param((80, 20), (70, 20.01), True, id="the second stays below"),
        pytest.param((50, 0), (60, 20), False, id="the first could fall as low"),
        pytest.param((80, 20), (80, 20), True, id="an equal is not further down"),
    ],
)
def test_certain(first: tuple[float, float], second: tuple[float, float], certain: bool) -> None:
    """An order is certain only if the low of one is above the high of the other."""
    assert places(card("a", *first), card("b", *second))["a"].certain is certain


def test_certain_against_all_below() -> None:
    """Not the next site alone counts, but every one further down."""
    found = places(card("a", 80, 20), card("b", 70, 30), card("c", 5, 5))

    assert [place.certain for place in found.values()] == [False, False, True]


cards_of_any_kind = st.lists(
    st.builds(
        lambda won, lost, unranked, sections: (won, lost, unranked, sections),
        st.integers(0, 50),
        st.integers(0, 50),
        st.sampled_from(["", "", "", "gate"]),
        st.lists(
            st.tuples(st.sampled_from(["https", "services"]), st.integers(0, 2), st.integers(0, 2)),
            max_size=2,
        ),
    ),
    max_size=7,
).map(
    lambda made: [
        card(f"s{number}", won, lost, unranked=unranked, sections=sections)
        for number, (won, lost, unranked, sections) in enumerate(made)
    ]
)


@given(cards_of_any_kind, st.integers())
def test_order_of_input_decides_nothing(cards: list[Scorecard], seed: int) -> None:
    """The same cards in another order give the same ranking."""
    shuffled = list(cards)
    Random(seed).shuffle(shuffled)

    assert rank(shuffled, BY) == rank(cards, BY)


@given(cards_of_any_kind)
def test_every_site_has_one_place(cards: list[Scorecard]) -> None:
    """No site is lost or doubled; ranks rise and are counted on; ties name one another."""
    found = places(*cards)
    ranked = [place.rank for place in found.values() if place.rank is not None]

    assert sorted(found) == sorted(own.assessment.site.id for own in cards)
    assert ranked == [1 + sum(other < own for other in ranked) for own in ranked]
    for place in found.values():
        tied = [own.site for own in found.values() if own.rank == place.rank and own.site != place.site]
        assert list(place.tied_with) == (tied if place.rank is not None else [])


@given(cards_of_any_kind)
def test_certain_is_antisymmetric(cards: list[Scorecard]) -> None:
    """Whoever is certainly ahead is ahead in value, and nobody certainly ahead of it."""
    found = places(*cards)
    scores = {own.assessment.site.id: own.score for own in cards}
    ranked = [place for place in found.values() if place.rank is not None]
    for ahead, behind in combinations(ranked, 2):
        if ahead.certain and ahead.rank != behind.rank:
            assert scores[ahead.site].low > scores[behind.site].high
            assert (scores[ahead.site].value or 0) > (scores[behind.site].value or 0)


def test_nobody_to_rank() -> None:
    """A list of no sites has a ranking of no places."""
    assert places() == {}
