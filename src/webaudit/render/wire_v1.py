"""The wire classes of the JSON report, version 1: the model may change, the contract may not.

`null` stands where there is nothing. Points and values are rounded to four decimals, half to even.
docs/report.schema.json is made of these classes, docstrings and all.
"""

from typing import Annotated, Any

from pydantic import Field

from webaudit.model.check import Category, Severity
from webaudit.model.finding import Outcome
from webaudit.model.reading import ProofKind
from webaudit.model.record import FailureReason, Stage
from webaudit.model.report import GateState, SiteStatus, WaiverState
from webaudit.model.rubric import Effect
from webaudit.render.documents_v1 import DocumentRecord
from webaudit.render.rubric_v1 import RubricFacts
from webaudit.render.wire import Wire
from webaudit.vocabulary.subjects import SubjectKind

SCHEMA_VERSION = "1.0.0"
"""Its first number rises when a reader of the old one could break; fields may be added without that."""

Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Share = Annotated[float, Field(ge=0, le=1)]
Points = Annotated[float, Field(ge=0, le=100)]


class Tool(Wire):
    """The program that made the report."""

    name: str
    version: str


class Vocabulary(Wire):
    """The word lists that checks read."""

    digest: str


class Wcag(Wire):
    """How far the checks reach of WCAG 2.2; none of its success criteria is decided by machine alone."""

    criteria: int
    """Number of success criteria of levels A and AA."""
    tested: tuple[str, ...]
    """Those that a check cites, "3.1.1": tested in part."""


class RunRecord(Wire):
    """The run that brought the evidence home."""

    id: str | None
    """Name of the run's folder; null if nothing was stored."""
    started_at: Moment
    finished_at: Moment
    settings: dict[str, str | int | float | bool]
    """Those that can move a verdict."""
    sites_digest: str | None
    """Of the list of sites; null for `webaudit page`."""
    gaps: tuple[str, ...]
    """When the capture was interrupted: `from/to`."""
    notes: tuple[str, ...]
    """What a reader must be warned of, in the report's language."""


class Redirect(Wire):
    """One answer on the way from the address of the list to the page."""

    url: str
    status: int | None
    location: str | None


class ScoreRecord(Wire):
    """Points of 100."""

    value: Points | None
    """100·won/(won+lost), after gates and caps; null if nothing is decided."""
    low: Points | None
    """The value if all that is open were lost."""
    high: Points | None
    """The value if all that is open were won."""
    coverage: Share
    """Share of the points that is decided."""
    band: str | None
    uncapped: Points | None
    """`value` before gates and caps: what the sections add up to."""


class CheckPoints(Wire):
    """What one check brought to its criterion."""

    check: str
    points: float
    """Won."""
    max_points: float
    lost_points: float
    open_points: float
    """Of what was not measured or not decided."""


class CriterionPoints(Wire):
    """What one criterion brought to its section."""

    id: str
    title: str
    points: float
    """Won."""
    max_points: float
    """0 if the criterion does not apply to the site."""
    lost_points: float
    open_points: float
    checks: tuple[CheckPoints, ...]


class SectionPoints(Wire):
    """One section of the scorecard."""

    id: str
    title: str
    points: float
    """Won."""
    max_points: float
    lost_points: float
    open_points: float
    criteria: tuple[CriterionPoints, ...]


class GateRecord(Wire):
    """A gate, titled by its fault, and what is known of it; `suspected` must not be published as failed."""

    id: str
    title: str
    state: GateState
    effect: Effect
    cap: float | None
    """The highest value that is left, for the effect `cap`."""
    check: str
    """That decided; the first of the gate's checks if none did."""


class WaiverRecord(Wire):
    """The organiser's decision not to hold one failed check against the site."""

    check: str
    state: WaiverState
    reason: str
    owner: str
    expires: Day


class Waived(Wire):
    """Why a finding is not held against the site."""

    reason: str
    owner: str
    expires: Day


class Targets(Wire):
    """Numbers of what a check looked at."""

    passed: int
    failed: int
    undecided: int


class Norm(Wire):
    """A norm that the check cites."""

    standard: str
    section: str | None
    title: str
    url: str | None


class MeasureRecord(Wire):
    """The number behind a verdict; its unit stands in the name."""

    name: str
    value: float | None


class Spot(Wire):
    """One target of a check, and what was said of it."""

    url: str | None
    """Null means the site as a whole."""
    xpath: str | None
    line: int | None
    """In the source, from 1."""
    snippet: str | None
    """Foreign text: show it, never run it."""
    evidence: str | None
    """Digest of the stored body."""
    outcome: Outcome
    code: str | None
    """Stable name of the case."""
    message: str | None
    """In the report's language, filled."""
    values: dict[str, str | int | float | None]
    """What the message was filled with."""
    measure: MeasureRecord | None
    found_by: tuple[str, ...]
    """Who says so: `webaudit`, `axe-core`, or both."""


class CauseRecord(Wire):
    """One defect on several pages, likely in a part that they share: header, menu, footer."""

    pages: Annotated[int, Field(ge=2)]
    """That show it."""
    places: int
    """That are known, at most 20 a page."""
    template_xpath: str | None
    """Of the element, without positions."""
    example: Spot
    """The first of its places, which is among `locations` too."""


class FindingRecord(Wire):
    """The verdicts of one check on the site, folded."""

    id: str
    """The site's id and the check's, "dinkes:page-language": what `webaudit recheck RUN` takes."""
    check: str
    category: Category
    outcome: Outcome
    severity: Severity
    score: Share | None
    """Share won of what is decided; null if nothing is."""
    low: Share
    """Share won in any case."""
    high: Share
    """Share that is not lost."""
    points_lost: Points
    """Of the site's 100: what a repair would gain."""
    reason: FailureReason | None
    """Why it is untested or could not be told."""
    waived: Waived | None
    targets: Targets
    title: str
    remedy: str
    sources: tuple[Norm, ...]
    locations: tuple[Spot, ...]
    """Failed and undecided targets, at most 20 a page."""
    causes: tuple[CauseRecord, ...]
    """What fails alike on several pages, failed ones and most pages first, at most 20. They move no score."""


class ProofRecord(Wire):
    """One thing that the site offers to citizens, with the strongest sign of it."""

    subject: str
    """Key in the vocabulary: ppid, lapor, renstra …"""
    kind: SubjectKind
    proof: ProofKind
    url: str | None
    """What it leads to, or the page that it stands on; whether that answers is said by the checks."""
    text: str | None
    """Of the link, the heading or the phrase."""
    found_on: str | None
    """The page that it was seen on."""


class ExternalTestRecord(Wire):
    """One test of a yardstick that is not ours."""

    result: str
    """By its own name."""
    passed: Annotated[bool, Field(serialization_alias="pass")]


class ObservatoryGrade(Wire):
    """What MDN HTTP Observatory 1.6 says of the home page, worked out by its published rules."""

    grade: str | None
    """A+ to F; null if it could not be told."""
    score: int | None
    tests: dict[str, ExternalTestRecord]
    """By their own names; empty without a grade."""
    reason: FailureReason | None
    """Why there is no grade."""


class ExternalGrades(Wire):
    """Yardsticks that are not ours; they earn and cost nothing."""

    mdn_observatory: ObservatoryGrade


class Crawl(Wire):
    """How much was captured."""

    pages: int
    requests: int
    bytes: int
    limits_hit: tuple[str, ...]


class SiteRecord(Wire):
    """One entry of the list, measured or not."""

    id: str
    name: str
    type: str
    url: str
    """As the list spells it."""
    final_url: str | None
    """Where the address led."""
    redirects: tuple[Redirect, ...]
    captured_at: Moment | None
    """Null for an entry that was never tried."""
    snapshot: str | None
    """Digest of the stored evidence."""
    status: SiteStatus
    reason: FailureReason | None
    """Why the status is not `reachable`; if it is, what the first of two attempts ended with."""
    stage: Stage | None
    """How far the request came before it failed."""
    detail: str | None
    """A note for the operator, in English."""
    score: ScoreRecord
    sections: tuple[SectionPoints, ...]
    gates: tuple[GateRecord, ...]
    waivers: tuple[WaiverRecord, ...]
    findings: tuple[FindingRecord, ...]
    """One for each check that was asked, whatever its outcome, by id."""
    inventory: tuple[ProofRecord, ...]
    """What was found on the captured pages, in the order of the vocabulary."""
    documents: tuple[DocumentRecord, ...]
    """At most 200, by address: those with a subject before others, then the newest."""
    documents_found: int
    """Number of all that the captured pages link to."""
    external_grades: ExternalGrades
    crawl: Crawl
    faults: tuple[str, ...]
    """Ids of checks that erred: faults of the program, not of the site."""


class PlaceRecord(Wire):
    """One line of a ranking."""

    rank: Annotated[int, Field(ge=1)] | None
    """Shared by equals; null for a site that takes no rank."""
    id: str
    value: Points | None
    tied_with: tuple[str, ...]
    decided_by: str | None
    """Id of the section that broke a tie of values."""
    certain: bool
    """`low` is above the `high` of every site further down."""
    unranked_reason: str | None
    """coverage, gate, award, status or type."""


class RankingRecord(Wire):
    """The sites of one group, best first; those without a rank follow."""

    group: str
    """Empty if all sites are ranked together."""
    places: tuple[PlaceRecord, ...]


class ReportRecord(Wire):
    """A webaudit report."""

    schema_version: str
    tool: Tool
    rubric: RubricFacts
    vocabulary: Vocabulary
    environment: dict[str, str]
    """Versions that can move a verdict."""
    wcag: Wcag
    lang: str
    """Of titles, remedies and messages: `id` or `en`."""
    run: RunRecord
    sites: tuple[SiteRecord, ...]
    """In the order of the list."""
    ranking: tuple[RankingRecord, ...]
    """Empty for `webaudit page`."""


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a report."""
    made = ReportRecord.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
