"""Check `frame-name`."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.name import names
from webaudit.extract.role import written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_NO_SIZE = re.compile(r"\s*0*[01](?:px)?\s*$")
_NEGATIVE = re.compile(r"\s*-\s*\d")


@check(
    id="frame-name",
    title="Every embedded frame has a title",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_4_1_2, act.CAE760),
    remedy='Write on the iframe what it shows: title="Peta lokasi kantor". In WordPress: edit the '
    'block "Custom HTML" that holds the map or the video, and add the title.',
    since="0.2.0",
)
def frame_name(page: Page) -> Iterator[Verdict]:
    """A screen reader says the title of a frame, so that a visitor can enter it or pass it by.

    Without one, the map or video is a place without a name: one has to go in to learn what it is.

    Target: each `iframe` that is told to assistive technology, unless the keyboard is kept out by a negative
        `tabindex`, it is marked as decoration by its role, or it has no size (frames that only count visits).
    Expectation: it has a name: `title`, `aria-label` or `aria-labelledby`.
    Limits: what style sheets hide is taken as shown; whether the title describes the content is left to
        people.

    Passed:
        ```html
        <iframe src="https://maps.example/embed" title="Peta lokasi kantor"></iframe>
        ```

    Failed:
        ```html
        <iframe src="https://maps.example/embed"></iframe>
        ```
    """
    known, hides = names(page), exposure(page).hides
    for frame in page.elements("iframe"):
        if hides(frame) or _is_passed_by(frame):
            continue
        if known.has(frame):
            yield passed(frame)
        else:
            yield failed(frame, "frame-nameless", "the embedded frame has no title")


def _is_passed_by(frame: HtmlElement) -> bool:
    """Whether visitors are not meant to enter it."""
    return (
        _NEGATIVE.match(frame.get("tabindex", "")) is not None
        or written_role(frame) in {"none", "presentation"}
        or all(_NO_SIZE.match(frame.get(side, "")) for side in ("width", "height"))
    )
