"""From two looks at one site to what is repaired, what is not, and what that is worth."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from webaudit.extract.urls import page_key
from webaudit.model.check import AnyCheck
from webaudit.model.finding import LOCATIONS_PER_PAGE, Finding, Location, Outcome, Verdict
from webaudit.model.recheck import (
    Change,
    ChangeState,
    PageFate,
    Place,
    PlaceState,
    Recheck,
    SecondLook,
)
from webaudit.model.report import Assessment, SiteStatus
from webaudit.model.rubric import Rubric
from webaudit.scoring.weigh import weigh

RECHECK_AFTER = timedelta(minutes=10)
"""Sooner, the second look may see no more than a cache's memory of the first."""

_ANSWERS = (SiteStatus.REACHABLE, SiteStatus.DEGRADED)
_OPEN = (Outcome.CANT_TELL, Outcome.UNTESTED)


def recheck(
    before: Assessment,
    after: Assessment,
    look: SecondLook,
    rubric: Rubric,
    catalogue: Mapping[str, AnyCheck],
    *,
    check: AnyCheck | None,
    as_if: Finding | None = None,
) -> Recheck:
    """Compares two looks at a site.

    Args:
        look: what became of the pages.
        check: the one that was asked about; None for the whole site.
        as_if: its finding on all pages of the first look, with those in their place that were seen again;
            None if the second look saw all that it needs.
    """
    then = {finding.check: finding for finding in before.findings}
    now = {finding.check: finding for finding in after.findings}
    if check is not None:
        found = as_if or now[check.id]
        # What could not be seen again is as it was.
        stays = found.outcome is Outcome.UNTESTED and check.id in then
        merged = [then[id] if id != check.id or stays else found for id in then]
        whole, pairs = replace(before, findings=tuple(merged)), {check.id: found}
    else:
        whole, pairs = after, now
    twice = failed_twice(before, after)
    cards = weigh(before, rubric, catalogue), weigh(whole, rubric, catalogue, twice)
    lost = tuple(dict(card.lost) for card in cards)
    changes = []
    for id, finding in pairs.items():
        old = then.get(id, Finding(id, Outcome.UNTESTED))
        places = _places(catalogue[id], old, finding, look)
        state = _state(old, finding, places, after.status)
        if check is None and state is ChangeState.SAME:
            continue
        points = (table.get(id, 0.0) for table in lost)
        changes.append(Change(catalogue[id], old, finding, state, places, *points))
    changes.sort(key=lambda change: (-change.points_before, change.check.id))
    return Recheck(
        run="",
        folder="",
        finding="",
        before=cards[0],
        after=cards[1],
        seen=weigh(after, rubric, catalogue, twice),
        changes=tuple(changes),
        has_value=before.status in _ANSWERS and after.status in _ANSWERS,
        repaired=_is_repaired(changes, after.status, whole_site=check is None),
    )


def failed_twice(before: Assessment, after: Assessment, least: timedelta = RECHECK_AFTER) -> frozenset[str]:
    """The checks that failed at both looks, if these are far enough apart to be two.

    Args:
        least: time between them.
    """
    if before.captured_at is None or after.captured_at is None:
        return frozenset()
    if after.captured_at - before.captured_at < least:
        return frozenset()
    failed = [
        {finding.check for finding in look.findings if finding.outcome is Outcome.FAILED}
        for look in (before, after)
    ]
    return frozenset(failed[0] & failed[1])


def _is_repaired(changes: list[Change], status: SiteStatus, *, whole_site: bool) -> bool:
    """Whether nothing fails any more; of a whole site that nobody could see nothing is known."""
    good = all(change.state in (ChangeState.REPAIRED, ChangeState.SAME) for change in changes)
    if whole_site:
        return good and status in _ANSWERS
    return good and all(change.after.outcome not in _OPEN for change in changes)


def _state(old: Finding, new: Finding, places: tuple[Place, ...], status: SiteStatus) -> ChangeState:
    failed = old.outcome is Outcome.FAILED
    if new.outcome is Outcome.FAILED and not _hangs_on_the_unseen(places):
        return ChangeState.STILL if failed else ChangeState.NEW
    if not failed:
        return ChangeState.SAME
    if new.outcome in (Outcome.FAILED, *_OPEN) or any(one.state is PlaceState.UNSEEN for one in places):
        return ChangeState.UNSEEN
    if new.outcome is Outcome.INAPPLICABLE and status is not SiteStatus.REACHABLE:
        # That nothing is left to judge is a repair only where the site itself is all there.
        return ChangeState.UNSEEN
    return ChangeState.REPAIRED


def _hangs_on_the_unseen(places: tuple[Place, ...]) -> bool:
    """Whether all that still fails does so on pages that were not seen again."""
    states = {place.state for place in places}
    return PlaceState.UNSEEN in states and not states & {PlaceState.STILL, PlaceState.NEW}


def _places(check: AnyCheck, old: Finding, new: Finding, look: SecondLook) -> tuple[Place, ...]:
    """The failed places of both looks, in the order of the first, the new ones behind."""
    failing = {_key(check, one): one for one in new.verdicts if one.outcome is Outcome.FAILED}
    unclear = {_key(check, one) for one in new.verdicts if one.outcome is Outcome.CANT_TELL}
    unread = {_page(one) for one in new.verdicts if one.outcome is Outcome.CANT_TELL}
    places: list[Place] = []
    known: set[tuple[str, ...]] = set()
    shown: dict[str, int] = {}
    for verdict in old.verdicts:
        if verdict.outcome is not Outcome.FAILED:
            continue
        key = _key(check, verdict)
        shown[_page(verdict)] = shown.get(_page(verdict), 0) + 1
        if key in known:
            continue
        known.add(key)
        fate = look.pages.get(_page(verdict)) if check.page else _fate_of_target(verdict, new, look)
        lost_sight = fate is None or key in unclear or (check.page and _page(verdict) in unread)
        if fate is PageFate.GONE:
            places.append(Place(PlaceState.GONE, verdict))
        elif key in failing and (not check.page or fate is not None):
            places.append(Place(PlaceState.STILL, failing[key]))
        else:
            places.append(Place(PlaceState.UNSEEN if lost_sight else PlaceState.REPAIRED, verdict))
    for key, verdict in failing.items():
        if key not in known:
            # Of a page with very many places not all were told at the first look.
            hidden = shown.get(_page(verdict), 0) >= LOCATIONS_PER_PAGE
            places.append(Place(PlaceState.STILL if hidden else PlaceState.NEW, verdict))
    return tuple(places)


def _fate_of_target(verdict: Verdict, new: Finding, look: SecondLook) -> PageFate | None:
    """Whether a check of the whole site has seen again what it named; None if it may not have."""
    if new.outcome is Outcome.UNTESTED:
        return None
    target = page_key(_snippet(verdict))
    # A link that still stands there and was not asked again may still be dead.
    return None if target and target in look.linked and target not in look.asked else PageFate.SEEN


def _key(check: AnyCheck, verdict: Verdict) -> tuple[str, ...]:
    """What makes a place the same place at both looks."""
    if check.sole_target:
        return (_page(verdict),) if check.page else ()
    if check.page:
        return _page(verdict), _snippet(verdict) or verdict.code
    return (_snippet(verdict) or _page(verdict) or verdict.code,)


def _page(verdict: Verdict) -> str:
    return page_key(verdict.here.url) if isinstance(verdict.here, Location) else ""


def _snippet(verdict: Verdict) -> str:
    return verdict.here.snippet if isinstance(verdict.here, Location) else ""
