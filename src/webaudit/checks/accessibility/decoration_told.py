"""Check `decoration-told`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.role import role, written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_NOTHING = ("none", "presentation")


@check(
    id="decoration-told",
    title="What is marked as decoration is not read aloud",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(act.RULE_46CA7F, wcag.SC_1_1_1),
    remedy='Decide: either take alt="" or role="presentation" away, or the aria attributes and tabindex that '
    "stand beside it. In WordPress it belongs to the theme or a plug-in: ask whoever made it.",
    since="0.3.0",
    advisory=True,
)
def decoration_told(page: Page) -> Iterator[Verdict]:
    """A picture that is marked as mere decoration and named at once contradicts itself.

    Browsers then take it for meant, and a screen reader reads out what the author wished to be silent.

    Target: each element with the role `none` or `presentation`, and each image with an empty `alt`, that is
        not hidden.
    Expectation: no ARIA attribute that holds for every role, and no way to focus it, brings it back.
    Limits: whether it is decoration is left to people.

    Passed:
        ```html
        <img src="garis.png" alt="">
        ```

    Failed (decoration-named):
        ```html
        <img src="garis.png" alt="" aria-label="Garis">
        ```
    """
    hides = exposure(page).hides
    pictures = (one for one in page.elements("img") if one.get("alt") == "" and one.get("role") is None)
    marked = (one for one in with_attribute(page, "role") if written_role(one) in _NOTHING)
    for element in (*pictures, *marked):
        if hides(element):
            continue
        if _is_silent(element):
            yield passed(element)
        else:
            yield failed(
                element, "decoration-named", "it is marked as decoration, and named or focused all the same"
            )


def _is_silent(element: HtmlElement) -> bool:
    return role(element) in {"none", "presentation", ""}
