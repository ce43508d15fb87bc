"""Check `aria-attributes-valid`."""

from collections.abc import Iterator

from webaudit.extract.attribute import ARIA, with_attribute
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.aria import aria


@check(
    id="aria-attributes-valid",
    title="ARIA attributes are ones that exist",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_4_1_2, act.RULE_5F99A7),
    remedy="Correct the name of the attribute: it is aria-label, aria-labelledby, aria-expanded. In "
    "WordPress it belongs to the theme or a plug-in: update it, or ask whoever made it.",
    since="0.2.0",
)
def aria_attributes_valid(page: Page) -> Iterator[Verdict]:
    """ARIA attributes tell assistive technology what the eye sees: that a menu is open, what a field asks.

    A name with a slip in it says nothing, and nobody notices who sees the page.

    Target: each element with an attribute whose name begins with `aria-`.
    Expectation: all these attributes are defined in WAI-ARIA.
    Limits: whether an attribute fits its element is not judged.

    Passed:
        ```html
        <button aria-label="Menu" aria-expanded="false"></button>
        ```

    Failed:
        ```html
        <button aria-lable="Menu">☰</button>
        ```
    """
    known = aria().attributes
    for element in with_attribute(page, ARIA):
        names = element.keys()
        wrong = next((name for name in names if name.startswith(ARIA) and name not in known), None)
        if wrong is None:
            yield passed(element)
        else:
            yield failed(element, "attribute-unknown", "there is no attribute {name}", name=wrong[:40])
