"""Check `page-refresh`."""

from collections.abc import Iterator

from webaudit.extract.refresh import refresh
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_HOURS = 20


@check(
    id="page-refresh",
    title="Pages do not reload or move on by themselves",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_2_1, act.BC659A),
    remedy='Take <meta http-equiv="refresh"> out of the page; where it leads on, let the server '
    "redirect at once. In WordPress it comes from the theme or a plug-in: look for auto refresh in "
    "its settings.",
    since="0.2.0",
    sole_target=True,
)
def page_refresh(page: Page) -> Iterator[Verdict]:
    """A page that reloads throws its reader back to the start, in the middle of a text or of a form.

    People who read slowly, by ear or by a magnifier, never come to the end.

    Target: the first `meta` element by which the page reloads or moves on.
    Expectation: it does so at once, or after more than 20 hours.
    Limits: what scripts reload is not seen.

    Passed:
        ```html
        <meta http-equiv="refresh" content="0; url=/beranda">
        ```

    Failed:
        ```html
        <meta http-equiv="refresh" content="300">
        ```
    """
    found = refresh(page)
    if found is None:
        return
    meta, seconds = found
    if 0 < seconds <= _HOURS * 3600:
        message = "the page reloads or moves on after {seconds} s"
        yield failed(meta, "refresh-timed", message, seconds=seconds)
    else:
        yield passed(meta)
