"""Check `presentational-children`."""

from collections.abc import Iterator

from webaudit.extract.focus import reached
from webaudit.extract.role import with_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.aria import aria


@check(
    id="presentational-children",
    title="Buttons, tabs and images hold nothing that is operated by itself",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_4_1_2, act.RULE_307N5Z),
    remedy="Move the link or button out of the button, tab or image around it, or put the role on "
    'it: <li role="none"><a role="tab" href="#syarat">. In WordPress it belongs to the theme or a '
    "plug-in: update it, or ask whoever made it.",
    since="0.2.0",
)
def presentational_children(page: Page) -> Iterator[Verdict]:
    """A button is told to assistive technology as one thing; of what it holds only the text is left.

    A link within it is reached by the tab key, but is announced as nothing, or not at all.

    Target: each element with a role whose content is told as mere text (`button`, `tab`, `img`, `checkbox`,
        `radio`, `switch`, `slider` …) that is told to assistive technology.
    Expectation: the tab key reaches nothing in it.
    Limits: what style sheets hide is taken as shown.

    Passed:
        ```html
        <ul role="tablist"><li role="none"><a role="tab" href="#syarat">Syarat</a></li></ul>
        ```

    Failed:
        ```html
        <ul role="tablist"><li role="tab"><a href="#syarat">Syarat</a></li></ul>
        ```
    """
    within = reached(page)
    for element in with_role(page, *sorted(aria().told_as_text)):
        if any(within.first(child) is not None for child in element):
            yield failed(
                element, "operated-within", "it holds what the keyboard reaches and no screen reader tells"
            )
        else:
            yield passed(element)
