"""Check `svg-name`."""

from collections.abc import Iterator

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.name import names
from webaudit.extract.role import is_drawn, is_mere_text, written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_ROLES = frozenset(["img", "image", "graphics-document", "graphics-symbol"])


@check(
    id="svg-name",
    title="Every drawing that stands as an image has a name",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_1_1, act.RULE_7D6734),
    remedy='Write on the svg element what it shows, aria-label="Logo Dinas Kesehatan"; where it is '
    'mere decoration, write aria-hidden="true" in place of role="img".',
    since="0.2.0",
)
def svg_name(page: Page) -> Iterator[Verdict]:
    """A drawing that says it is an image is announced as one, and needs words for what it shows.

    Without them a screen reader says "image", and nothing more.

    Target: each SVG element with the role `img`, `graphics-document` or `graphics-symbol` that is told to
        assistive technology, unless it stands in a button or another image, which speaks
        for it.
    Expectation: it has a name: `aria-label`, `aria-labelledby` or a `title` element as its child.
    Limits: what style sheets hide is taken as shown; whether the name describes the drawing is left to
        people.

    Passed:
        ```html
        <svg role="img" aria-label="Logo Dinas Kesehatan"><circle r="4"></circle></svg>
        ```

    Failed:
        ```html
        <svg role="img"><circle r="4"></circle></svg>
        ```
    """
    known, hides = names(page), exposure(page).hides
    for element in with_attribute(page, "role"):
        if written_role(element) not in _ROLES or hides(element) or not is_drawn(element):
            continue
        if known.has(element):
            yield passed(element)
        elif not is_mere_text(element):
            yield failed(element, "drawing-nameless", "the drawing stands as an image and has no name")
