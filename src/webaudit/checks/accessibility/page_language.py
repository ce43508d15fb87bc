"""Check `page-language`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="page-language",
    title="Every page declares its language",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_3_1_1, act.B5C3F8),
    remedy='Write the language on the root element, <html lang="id">. In WordPress: choose it under '
    "Settings, General, Site Language; if that changes nothing, ask whoever made the theme.",
    since="0.1.0",
    sole_target=True,
)
def page_language(page: Page) -> Iterator[Verdict]:
    """A screen reader picks its voice from the language that the page declares.

    Without it, Indonesian is read aloud with the rules of whatever language the
    listener's device happens to use, and may not be understood at all.

    Target: the root element of each captured page.
    Expectation: its `lang` attribute holds more than white space.
    Limits: whether the value is the right language is left to people.

    Passed:
        ```html
        <html lang="id"><title>Dinas Kesehatan</title></html>
        ```

    Failed:
        ```html
        <html lang=" "><title>Dinas Kesehatan</title></html>
        ```
    """
    if page.root.get("lang", "").strip():
        yield passed(page.root)
    else:
        yield failed(page.root, "language-missing", "the page declares no language")
