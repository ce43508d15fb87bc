"""How far machines reach: the success criteria of WCAG that a check tests, of all that a site must meet."""

from collections.abc import Mapping

from webaudit.locales import Words
from webaudit.model.check import AnyCheck
from webaudit.standards.wcag import AA, STANDARD, A

CRITERIA = len(A) + len(AA)
"""Number of success criteria of levels A and AA."""


def reached(catalogue: Mapping[str, AnyCheck]) -> tuple[str, ...]:
    """The success criteria of levels A and AA that a check cites; none is decided by that alone."""
    cited = {one.section for check in catalogue.values() for one in check.sources if one.standard == STANDARD}
    return tuple(criterion for criterion in (*A, *AA) if criterion in cited)


def told(catalogue: Mapping[str, AnyCheck], words: Words) -> str:
    """The same in a sentence."""
    return words(
        "Accessibility: of the {all} success criteria of WCAG 2.2, levels A and AA, {tested} are tested by "
        "machine here, and these only in part; the rest needs people.",
        all=CRITERIA,
        tested=len(reached(catalogue)),
    )
