"""Findings survive their file exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.builders import NOW, any_text, failures
from webaudit.model.document import DocumentAnswer, Documents, FileKind, Pdf
from webaudit.model.evidence import Hop
from webaudit.model.finding import Counts, Finding, Location, Measure, Outcome, Verdict
from webaudit.model.reading import Document, Landmark, Proof, ProofKind
from webaudit.model.record import FailureReason
from webaudit.model.report import Assessment, CrawlFacts, SiteStatus
from webaudit.model.site import Site
from webaudit.store.findings_file import read_findings, write_findings

numbers = st.floats(allow_nan=False, allow_infinity=False)
locations = st.builds(
    Location,
    url=any_text,
    xpath=any_text,
    line=st.none() | st.integers(1),
    snippet=any_text,
    evidence=any_text,
)
verdicts = st.builds(
    Verdict,
    outcome=st.sampled_from(Outcome),
    here=st.none() | any_text | locations,
    code=any_text,
    message=any_text,
    # Names of values are words of our own templates.
    values=st.dictionaries(
        st.from_regex(r"[a-z_]{1,9}", fullmatch=True), st.one_of(any_text, st.integers(), numbers), max_size=3
    ),
    measure=st.none() | st.builds(Measure, any_text, numbers),
)
findings = st.builds(
    Finding,
    check=any_text,
    outcome=st.sampled_from(Outcome),
    low=numbers,
    high=numbers,
    counts=st.builds(Counts, st.integers(0), st.integers(0), st.integers(0)),
    reason=st.none() | st.sampled_from(FailureReason),
    verdicts=st.lists(verdicts, max_size=2).map(tuple),
    pages=st.integers(0),
)
assessments = st.builds(
    Assessment,
    site=st.builds(Site, any_text, any_text),
    status=st.sampled_from(SiteStatus),
    failure=st.none() | failures,
    captured_at=st.none() | st.just(NOW),
    final_url=any_text,
    redirects=st.lists(st.builds(Hop, any_text, st.none() | st.integers(), any_text), max_size=2).map(tuple),
    crawl=st.builds(CrawlFacts, st.integers(0), st.integers(0), st.integers(0)),
    findings=st.lists(findings, max_size=2).map(tuple),
    inventory=st.lists(
        st.builds(
            Proof,
            subject=any_text,
            by=st.sampled_from(ProofKind),
            url=any_text,
            text=any_text,
            landmark=st.sampled_from(Landmark),
            found_on=any_text,
        ),
        max_size=2,
    ).map(tuple),
    documents=st.builds(
        Documents,
        found=st.lists(
            st.builds(Document, any_text, any_text, years=st.just((2024, 2025)), found_on=any_text),
            max_size=2,
        ).map(tuple),
        answers=st.lists(
            st.builds(
                DocumentAnswer,
                any_text,
                any_text,
                st.none() | st.integers(),
                st.sampled_from(FileKind),
                pdf=st.none() | failures | st.builds(Pdf, st.integers(0), st.booleans()),
            ),
            max_size=2,
        ).map(tuple),
    ),
    documents_found=st.integers(0),
    faults=st.lists(any_text, max_size=2).map(tuple),
)


@given(assessments)
def test_round_trip(tmp_path_factory: pytest.TempPathFactory, assessment: Assessment) -> None:
    """What was found comes back equal, types of values and all."""
    path = tmp_path_factory.getbasetemp() / "findings.json"
    path.write_bytes(write_findings(assessment))
    found = read_findings(path)

    assert found == assessment
    assert repr(found.findings) == repr(assessment.findings)
    assert write_findings(found) == path.read_bytes()
