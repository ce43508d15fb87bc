"""The record of what a browser showed, out of what was kept of it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.finding import Outcome
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.rendered import AxeFinding, Fact, Rendered, RenderedPage, Row, Spot

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
    axe, unstyled = said.get("axe", {}), bool(said.get("unstyled"))
    return RenderedPage(
        url=url,
        template=template,
        axe=tuple(_finding(one, unstyled) for one in axe.get("findings", ())),
        axe_passed=tuple(map(str, axe.get("passed", ()))),
        facts={str(name): tuple(map(_row, rows)) for name, rows in said.get("facts", {}).items()},
        shots={str(name): str(digest) for name, digest in said.get("shots", {}).items()},
        dom=str(said.get("dom", "")),
        unmeasured={str(name): FailureReason(why) for name, why in said.get("unmeasured", {}).items()},
    )


def _finding(said: Mapping[str, Any], unstyled: bool) -> AxeFinding:
    return AxeFinding(
        rule=str(said["rule"]),
        outcome=Outcome.CANT_TELL if unstyled and said["rule"] in _BY_LOOKS else Outcome(said["outcome"]),
        spots=tuple(Spot(str(spot["xpath"]), str(spot["markup"])) for spot in said["spots"]),
        total=int(said["total"]),
        message=str(said["message"])[:MOST_CHARACTERS],
    )


def _row(said: Mapping[str, Any]) -> Row:
    return {str(name): _fact(value) for name, value in said.items()}


def _fact(value: Any) -> Fact:
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)[:MOST_CHARACTERS]
