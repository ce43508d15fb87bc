"""Check `summary-name`."""

from collections.abc import Iterator

from webaudit.extract.exposure import exposure
from webaudit.extract.name import names
from webaudit.extract.role import written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="summary-name",
    title="Every fold-out says what it holds",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_4_1_2, act.RULE_2T702H),
    remedy="Write in the summary element what the fold-out holds. In WordPress: fill in the title of "
    'the block "Details" or "Accordion".',
    since="0.2.0",
)
def summary_name(page: Page) -> Iterator[Verdict]:
    """What is folded away is opened by its summary; an empty one tells nobody that there is anything.

    A screen reader says "collapsed", and not what.

    Target: the first `summary` of each `details` element that is told to assistive technology and has no role
        of its own.
    Expectation: it has a name: text, the alternative of a picture within, `aria-label`, `aria-labelledby` or
        `title`.
    Limits: what style sheets hide is taken as shown; whether the name says what is folded away is left to
        people; a name that a script fills in can not be told.

    Passed:
        ```html
        <details><summary>Syarat permohonan</summary><p>KTP dan KK.</p></details>
        ```

    Failed:
        ```html
        <details><summary></summary><p>KTP dan KK.</p></details>
        ```

    CantTell (name-by-script):
        ```html
        <details><summary x-text="judul"></summary><p>KTP dan KK.</p></details>
        ```
    """
    known, hides = names(page), exposure(page).hides
    for details in page.elements("details"):
        summary = details.find("summary")
        if summary is None or hides(summary) or written_role(summary):
            continue
        if known.has(summary):
            yield passed(summary)
        elif known.is_scripted(summary):
            yield cant_tell(summary, "name-by-script", "only a script can give the name, and none was run")
        else:
            yield failed(summary, "summary-nameless", "the fold-out does not say what it holds")
