"""Check `delayed-refresh`."""

from collections.abc import Iterator

from webaudit.extract.refresh import refresh
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="delayed-refresh",
    title="Pages never reload or move on without being asked",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_2_2_4, wcag.SC_3_2_5, act.BISZ58),
    remedy='Take <meta http-equiv="refresh"> out of the page, and offer a link to the newer page instead. In '
    "WordPress it comes from the theme or a plug-in: look for auto refresh in its settings.",
    since="0.3.0",
    sole_target=True,
    advisory=True,
)
def delayed_refresh(page: Page) -> Iterator[Verdict]:
    """Level AAA of WCAG lets no page change by itself, however late: only its reader decides when.

    A reload that comes after a day still takes away a form that was left open.

    Target: the first `meta` element by which the page reloads or moves on.
    Expectation: it does so at once.
    Limits: what scripts reload is not seen.

    Passed:
        ```html
        <meta http-equiv="refresh" content="0; url=/beranda">
        ```

    Failed (refresh-later):
        ```html
        <meta http-equiv="refresh" content="86400">
        ```
    """
    found = refresh(page)
    if found is None:
        return
    meta, seconds = found
    if seconds:
        message = "the page reloads or moves on after {seconds} s"
        yield failed(meta, "refresh-later", message, seconds=seconds)
    else:
        yield passed(meta)
