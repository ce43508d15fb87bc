"""Check `focusable-hidden`."""

from collections.abc import Iterator

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure, may_hide_more
from webaudit.extract.focus import reached
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="focusable-hidden",
    title="What is hidden from screen readers is not reached by the keyboard",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_4_1_2, act.RULE_6CFA84),
    remedy='Take aria-hidden="true" away, or keep the keyboard out as well, tabindex="-1". In '
    "WordPress it belongs to the theme or a plug-in: update it, or ask whoever made it.",
    since="0.2.0",
)
def focusable_hidden(page: Page) -> Iterator[Verdict]:
    """Whoever moves through a page by the tab key comes to such a place, and hears nothing there.

    They do not know where they are, nor what would happen if they pressed the key.

    Target: each element with `aria-hidden="true"` that is shown. Where the page has style sheets, what stands
        within it may be hidden by them (menus and dialogs that are shut): then only the element itself
        counts.
    Expectation: the tab key reaches neither it nor anything in it.
    Limits: what style sheets and scripts hide is not known.

    Passed:
        ```html
        <a href="/berita/1" tabindex="-1" aria-hidden="true"><img src="foto.jpg" alt=""></a>
        ```

    Failed:
        ```html
        <a href="/berita/1" aria-hidden="true"><img src="foto.jpg" alt=""></a>
        ```
    """
    unseen, within = exposure(page).unseen, reached(page)
    styled = may_hide_more(page)
    for element in with_attribute(page, "aria-hidden"):
        if element.get("aria-hidden", "").strip().lower() != "true" or element in unseen:
            continue
        if (first := within.first(element)) is None:
            yield passed(element)
        elif not styled or first is element:
            yield failed(element, "reached-hidden", "the keyboard reaches what is hidden from screen readers")
