"""The record of what a browser showed, out of what was kept of it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.finding import Outcome
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.rendered import AxeFinding, Fact, Frame, Rendered, RenderedPage, Row, Spot

_BY_LOOKS = frozenset(
    ["color-contrast", "label", "link-in-text-block", "scrollable-region-focusable", "target-size"]
)
"""Rules of axe that hang on style sheets: on colours, and on the boxes that sheets hide to make switches."""

MOST_CHARACTERS = 300
"""Of one text out of a page."""


def rendered(exchanges: Iterable[Exchange]) -> Rendered | Failure:
    """The pages that were shown, in the order of their URLs."""
    found = {one.url: one for one in exchanges if one.purpose is Purpose.RENDERED}
    if not found:
        return Failure(FailureReason.NOT_CAPTURED)
    said = {url: _read(found[url]) for url in sorted(found)}
    versions = (str(one.get("axe", {}).get("version", "")) for one in said.values())
    return Rendered(tuple(_page(url, one) for url, one in said.items()), next((v for v in versions if v), ""))


def _read(exchange: Exchange) -> Mapping[str, Any]:
    """What was kept of a page; a failure if it is damaged."""
    try:
        said = json.loads(exchange.body)
    except ValueError:
        said = None
    return said if isinstance(said, dict) else {"failure": {"reason": FailureReason.AUDITOR_ERROR}}


def _page(url: str, said: Mapping[str, Any]) -> RenderedPage:
    template = str(said.get("template", ""))
    if "failure" in said:
        failed = said["failure"]
        failure = Failure(FailureReason(failed["reason"]), Stage.CONTENT, str(failed.get("detail", "")))
        return RenderedPage(url, template, failure=failure)
    frames = tuple(map(_frame, said.get("frames", ())))
    within = (found for frame in frames if frame.own for found in frame.axe)
    return RenderedPage(
        url=url,
        template=template,
        axe=(*_findings(said), *within),
        axe_passed=tuple(map(str, said.get("axe", {}).get("passed", ()))),
        facts={str(name): tuple(map(_row, rows)) for name, rows in said.get("facts", {}).items()},
        shots={str(name): str(digest) for name, digest in said.get("shots", {}).items()},
        dom=str(said.get("dom", "")),
        frames=frames,
        unmeasured={str(name): FailureReason(why) for name, why in said.get("unmeasured", {}).items()},
    )


def _frame(said: Mapping[str, Any]) -> Frame:
    url = str(said["url"])
    return Frame(
        spot=Spot(str(said["xpath"]), str(said["markup"])),
        url=url,
        own=bool(said["own"]),
        axe=_findings(said, url),
        reason=FailureReason(said["failure"]) if "failure" in said else None,
    )


def _findings(said: Mapping[str, Any], frame: str = "") -> tuple[AxeFinding, ...]:
    """What axe found in a document: the page, or a frame's.

    Args:
        frame: its address.
    """
    unstyled = bool(said.get("unstyled"))
    return tuple(_finding(one, unstyled, frame) for one in said.get("axe", {}).get("findings", ()))


def _finding(said: Mapping[str, Any], unstyled: bool, frame: str) -> AxeFinding:
    return AxeFinding(
        rule=str(said["rule"]),
        outcome=Outcome.CANT_TELL if unstyled and said["rule"] in _BY_LOOKS else Outcome(said["outcome"]),
        spots=tuple(Spot(str(spot["xpath"]), str(spot["markup"]), frame) for spot in said["spots"]),
        total=int(said["total"]),
        message=str(said["message"])[:MOST_CHARACTERS],
    )


def _row(said: Mapping[str, Any]) -> Row:
    return {str(name): _fact(value) for name, value in said.items()}


def _fact(value: Any) -> Fact:
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)[:MOST_CHARACTERS]
