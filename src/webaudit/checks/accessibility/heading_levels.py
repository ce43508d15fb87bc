"""Check `heading-levels`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.role import with_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_UNSAID = 2
"""The level of an element with the role `heading` that names none (WAI-ARIA)."""


@check(
    id="heading-levels",
    title="Headings descend one level at a time",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_1_3_1,),
    remedy="Choose the level of a heading by what it stands below, not by its size: h2 for the parts of a "
    "page, h3 for the parts of these. In WordPress: choose the heading in the editor, and its level in the "
    "bar above it; headings of widgets belong to the theme.",
    since="0.3.0",
    advisory=True,
)
def heading_levels(page: Page) -> Iterator[Verdict]:
    """The levels of headings are the contents of a page, as a screen reader lists them.

    Where one is left out, its user looks for a part that does not exist. WCAG advises against it, and does
    not forbid it.

    Target: each heading that is told to assistive technology, but for the first.
    Expectation: it is at most one level below the heading before it.
    Limits: whether a heading stands where it belongs is left to people.

    Passed:
        ```html
        <h1>Layanan</h1><h2>Izin usaha</h2><h3>Syarat</h3><h2>Izin bangunan</h2>
        ```

    Failed (level-skipped):
        ```html
        <h1>Layanan</h1><h4>Izin usaha</h4>
        ```
    """
    headings = frozenset(with_role(page, "heading"))
    before = 0
    for heading in [one for one in page.everything if one in headings] if headings else ():
        level = _level(heading)
        if before and level > before + 1:
            message = "a heading of level {level} follows one of level {before}"
            yield failed(heading, "level-skipped", message, level=level, before=before)
        elif before:
            yield passed(heading)
        before = level


def _level(heading: HtmlElement) -> int:
    said = (heading.get("aria-level") or "").strip()
    if said.isascii() and said.isdigit() and int(said[:3]) > 0:
        return int(said[:3])
    return _LEVELS.get(str(heading.tag), _UNSAID)
