"""Check `role-valid`."""

from collections.abc import Iterator

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.role import written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="role-valid",
    title="Roles are ones that exist",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_4_1_2, act.RULE_674B10),
    remedy="Correct the role, or take it away: the right HTML element needs none. In WordPress it "
    "belongs to the theme or a plug-in: update it, or ask whoever made it.",
    since="0.2.0",
)
def role_valid(page: Page) -> Iterator[Verdict]:
    """A role tells assistive technology what an element is: a button, a menu, a list.

    One that does not exist is passed over, and what was meant is told to nobody.

    Target: each element with a `role` that is more than white space and that is told to assistive technology.
    Expectation: at least one of the words in it is a role of WAI-ARIA, DPUB-ARIA or WAI-ARIA Graphics.
    Limits: what style sheets hide is taken as shown; whether the role fits is not judged.

    Passed:
        ```html
        <div role="search"><input aria-label="Cari"></div>
        ```

    Failed:
        ```html
        <div role="slidebar">Pengumuman</div>
        ```
    """
    hides = exposure(page).hides
    for element in with_attribute(page, "role"):
        written = element.get("role", "").strip()
        if not written or hides(element):
            continue
        if written_role(element):
            yield passed(element)
        else:
            yield failed(element, "role-unknown", "there is no role “{role}”", role=written[:40])
