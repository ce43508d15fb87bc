"""A report in which every text that a site can write is one and the same."""

from dataclasses import replace

from hypothesis import strategies as st

from tests.render.report import report
from webaudit.model.finding import Finding, Location, Outcome, Verdict
from webaudit.model.report import Report

TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(
        alphabet="\x00\x08\t\n\r\x1b\x7f\x85\u200f\u202e\ud800\ufffe\"'<>&=+-@;,[](){}0%_x4", max_size=40
    ),
)
"""Any text, and such as is made of what steers spreadsheets, terminals and XML."""


def written(text: str) -> Report:
    """The hand-made report; its first site bears this text in every place of two findings."""
    whole = report()
    (first, *others) = whole.cards
    seen, here = first.assessment, Location(text, text, 7, text, text)
    findings = tuple(
        Finding(check, outcome, verdicts=(Verdict(outcome, here, text, "{text}", {"text": text}),))
        for check, outcome in (("image-alternative", Outcome.CANT_TELL), ("page-language", Outcome.FAILED))
    )
    site = replace(seen.site, name=text, written_url=text, problem=text)
    bad = replace(first, assessment=replace(seen, site=site, final_url=text, findings=findings))
    return replace(whole, cards=(bad, *others))
