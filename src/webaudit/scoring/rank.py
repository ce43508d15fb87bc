"""From scorecards to rankings: ties, shared ranks, and which order is certain."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain
from typing import overload

from webaudit.model.report import CriterionScore, GateState, Place, Ranking, Scorecard, SectionScore
from webaudit.model.rubric import GATES_FAILED, Rubric

Tie = tuple[tuple[Scorecard, ...], str]
"""Cards that nothing sets apart, by id, and the step that last set them apart from others."""

_HUNDREDTH = Decimal("0.01")


@overload
def in_print(points: float) -> float: ...
@overload
def in_print(points: float | None) -> float | None: ...
def in_print(points: float | None) -> float | None:
    """Points as they are printed and compared: to two decimals, halves up.

    Rounded to nine first: equal sums that differ in their last bit then round to the same side.
    """
    if points is None:
        return None
    return float(Decimal(str(round(points, 9))).quantize(_HUNDREDTH, ROUND_HALF_UP))


def rank(cards: Sequence[Scorecard], rubric: Rubric) -> tuple[Ranking, ...]:
    """Ranks the sites of each group; the order of `cards` decides nothing.

    Values are compared to two decimals, then the rubric's tie-break steps one after the other; what is
    still equal shares a rank, and the next rank is counted on (1, 1, 3). A step decides only among
    cards that all have it: nobody loses for a section or criterion that does not apply to it.

    Returns:
        One ranking for each group, in the order of the rubric; one named "" if it has no groups. A site whose
        type is in no group stands in none.
    """
    if not rubric.groups:
        return (Ranking("", _places(cards, rubric)),)
    return tuple(
        Ranking(group, _places([card for card in cards if card.assessment.site.type in types], rubric))
        for group, types in rubric.groups.items()
    )


def _places(cards: Sequence[Scorecard], rubric: Rubric) -> tuple[Place, ...]:
    ordered = sorted(cards, key=_id)
    ranked = [card for card in ordered if not card.unranked and card.score.value is not None]
    unranked = [card for card in ordered if card not in ranked]
    by_value = _split(tuple(ranked), [in_print(card.score.value) or 0.0 for card in ranked])
    ties = [tie for cards_of_value in by_value for tie in _ties(cards_of_value, rubric.tie_break, "")]
    places: list[Place] = []
    # From the bottom, so that the highest `high` of all that stand below is at hand.
    below, position = float("-inf"), len(ranked)
    for tie, decided_by in reversed(ties):
        position -= len(tie)
        ids = [_id(card) for card in tie]
        highs = [in_print(card.score.high) for card in tie]
        places[:0] = [
            Place(
                site=_id(card),
                rank=position + 1,
                tied_with=tuple(other for other in ids if other != _id(card)),
                decided_by=decided_by,
                certain=in_print(card.score.low) > below,
            )
            for card in tie
        ]
        below = max(below, *highs)
    return (*places, *(Place(_id(card), None) for card in unranked))


def _ties(cards: tuple[Scorecard, ...], steps: Sequence[str], decided_by: str) -> Iterator[Tie]:
    """Splits cards of equal value by the steps of the tie-break, best first."""
    if len(cards) == 1 or not steps:
        yield cards, decided_by
        return
    values = [_value(card, steps[0]) for card in cards]
    known = [value for value in values if value is not None]
    parts = _split(cards, known) if len(known) == len(cards) else [cards]
    for part in parts:
        yield from _ties(part, steps[1:], steps[0] if len(parts) > 1 else decided_by)


def _split(cards: tuple[Scorecard, ...], values: Sequence[float]) -> list[tuple[Scorecard, ...]]:
    """The cards grouped by value, highest first; within a group in the order given."""
    return [
        tuple(card for card, own in zip(cards, values, strict=True) if own == value)
        for value in sorted(set(values), reverse=True)
    ]


def _value(card: Scorecard, step: str) -> float | None:
    """What a step of the tie-break compares, the higher the better; None if it does not apply to the card.

    Of a section or criterion it is 100·won/(won+lost), as far as something in it is decided.
    """
    if step == GATES_FAILED:
        return -float(sum(result.state is GateState.FAILED for result in card.gates))
    scores: Iterator[SectionScore | CriterionScore] = chain(
        card.sections, *(section.criteria for section in card.sections)
    )
    score = next((own for own in scores if own.id == step), None)
    if score is None or score.won + score.lost <= 0:
        return None
    return in_print(100 * score.won / (score.won + score.lost))


def _id(card: Scorecard) -> str:
    return card.assessment.site.id
