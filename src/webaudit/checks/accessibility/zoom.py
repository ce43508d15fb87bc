"""Check `zoom`."""

import re
from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_LEAST_SCALE = 2.0
_PROPERTY = re.compile(r"([a-z-]+)\s*=\s*([^\s,;=]+)")
_NUMBER = re.compile(r"[+-]?(?:\d{1,9}(?:\.\d*)?|\.\d+)")
_WHOLE = ("device-width", "device-height")


@check(
    id="zoom",
    title="Pages can be zoomed",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_4_4, act.B4F0C3),
    remedy="Take user-scalable=no and maximum-scale out of the viewport line: "
    '<meta name="viewport" content="width=device-width, initial-scale=1">. In WordPress it belongs '
    "to the theme: update it, or ask whoever made it.",
    since="0.2.0",
)
def zoom(page: Page) -> Iterator[Verdict]:
    """Many people read on a phone by pulling the text larger with two fingers.

    A page that forbids it shuts out everyone whose eyes are not good enough for its letters.

    Target: each `meta` element named viewport that says how far the page may be zoomed.
    Expectation: it lets the page be zoomed to twice its size at least: no `user-scalable=no`, no
        `maximum-scale` below 2.
    Limits: some browsers let their users zoom all the same.

    Passed:
        ```html
        <meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=5">
        ```

    Failed (zoom-forbidden):
        ```html
        <meta name="viewport" content="width=device-width, user-scalable=no">
        ```

    Failed (zoom-limited):
        ```html
        <meta name="viewport" content="width=device-width, maximum-scale=1">
        ```
    """
    for meta in page.elements("meta"):
        if meta.get("name", "").strip().lower() != "viewport":
            continue
        said = dict(_PROPERTY.findall(meta.get("content", "")[:1000].lower()))
        scalable, scale = said.get("user-scalable"), said.get("maximum-scale")
        if scalable is None and scale is None:
            continue
        if scalable is not None and not _may_scale(scalable):
            yield failed(
                meta, "zoom-forbidden", "the page forbids zooming (user-scalable={value})", value=scalable
            )
        elif scale is not None and _scale(scale) < _LEAST_SCALE:
            yield failed(
                meta,
                "zoom-limited",
                "the page can not be zoomed to twice its size (maximum-scale={value})",
                value=scale,
            )
        else:
            yield passed(meta)


# CSS Device Adaptation, 11: how browsers read words and numbers of a viewport.
def _may_scale(value: str) -> bool:
    number = _NUMBER.match(value)
    return value in ("yes", *_WHOLE) if number is None else abs(float(number[0])) >= 1


def _scale(value: str) -> float:
    number = _NUMBER.match(value)
    if number is not None:
        # A negative one is as good as none.
        return float(number[0]) if not number[0].startswith("-") else 10.0
    return {"yes": 1.0, **dict.fromkeys(_WHOLE, 10.0)}.get(value, 0.1)
