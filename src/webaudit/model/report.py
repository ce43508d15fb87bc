"""Assessment, Score, Scorecard, Ranking, and Report, the root of every output."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from webaudit.model.check import AnyCheck
from webaudit.model.document import Documents
from webaudit.model.evidence import Hop
from webaudit.model.finding import Finding
from webaudit.model.reading import Proof
from webaudit.model.record import Failure
from webaudit.model.rubric import Band, Effect, Gate, Penalty, Rubric, Text
from webaudit.model.site import Site, Waiver


class SiteStatus(StrEnum):
    """What became of one entry of the list."""

    REACHABLE = "reachable"
    DEGRADED = "degraded"
    """It answers, but not as it should: broken coding, cut bodies."""
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    DISALLOWED = "disallowed"
    """robots.txt allows nothing but the home page."""
    INVALID = "invalid"
    UNTESTED = "untested"
    """By a fault of ours."""


@dataclass(frozen=True, slots=True)
class CrawlFacts:
    """How much was captured of a site.

    Attributes:
        pages: HTML pages, whatever they turned out to be.
        bytes: of bodies as received.
        limits: names of the budgets that were reached, and of traps seen, in alphabetical order.
    """

    pages: int = 0
    requests: int = 0
    bytes: int = 0
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExternalTest:
    """One test of a yardstick that is not ours, by its names."""

    name: str
    result: str
    passed: bool


@dataclass(frozen=True, slots=True)
class ExternalGrade:
    """What a yardstick that is not ours says of a site; it earns and costs nothing here."""

    grade: str
    score: int
    tests: tuple[ExternalTest, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was found on one site; no points yet.

    Attributes:
        failure: why the status is not `reachable`; of a site that is, what its first attempt ended with.
        final_url: where the start address led; empty if it answered nothing.
        captured_at: UTC; None for an entry that was never tried.
        snapshot: digest of the stored evidence; empty if nothing is stored.
        findings: one for each check asked, in the order of their ids.
        inventory: the strongest proof of each subject that the site has, in the order of the vocabulary.
        documents: those that the site's report lists, with what was answered of them.
        documents_found: number of all that its pages link to.
        observatory: the grade of MDN HTTP Observatory; a Failure says why there is none, None that none was
            worked out.
        faults: ids of checks that raised an error: our bug, in the log with its traceback.
    """

    site: Site
    status: SiteStatus
    failure: Failure | None
    captured_at: datetime | None
    final_url: str = ""
    redirects: tuple[Hop, ...] = ()
    snapshot: str = ""
    crawl: CrawlFacts = field(default_factory=CrawlFacts)
    findings: tuple[Finding, ...] = ()
    inventory: tuple[Proof, ...] = ()
    documents: Documents = field(default_factory=Documents)
    documents_found: int = 0
    observatory: ExternalGrade | Failure | None = None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Points of 100: `won + lost + open` is 100, or all are 0 if nothing applies.

    Attributes:
        open: of what was not measured or not decided.
        cap: the highest value that the gates leave.
        low_cap: the same if every undecided gate had failed.
    """

    won: float
    lost: float
    open: float
    cap: float = 100.0
    low_cap: float = 100.0

    @property
    def value(self) -> float | None:
        """100·won/(won+lost), at most the cap; None if nothing is decided."""
        decided = self.won + self.lost
        return min(100 * self.won / decided, self.cap) if decided > 0 else None

    @property
    def low(self) -> float:
        """The value if all that is open were lost, gates included."""
        return min(self.won, self.low_cap)

    @property
    def high(self) -> float:
        """The value if all that is open were won."""
        return min(self.won + self.open, self.cap)

    @property
    def coverage(self) -> float:
        """Share of the points that is decided, 0 to 1."""
        return (self.won + self.lost) / 100


@dataclass(frozen=True, slots=True)
class CheckScore:
    """The points of one check within its criterion."""

    check: str
    points: float
    won: float
    lost: float
    open: float


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """The points of one criterion; `points` is 0 if it does not apply."""

    id: str
    title: Text
    points: float
    won: float
    lost: float
    open: float
    checks: tuple[CheckScore, ...]


@dataclass(frozen=True, slots=True)
class SectionScore:
    """The points of one section, of the 100 of the scorecard."""

    id: str
    title: Text
    points: float
    won: float
    lost: float
    open: float
    criteria: tuple[CriterionScore, ...]


class GateState(StrEnum):
    """What is known of a gate."""

    PASSED = "passed"
    FAILED = "failed"
    SUSPECTED = "suspected"
    """Seen in fewer looks than the rubric asks: for the operator, never published as failed."""
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class GateResult:
    """One gate for one site.

    Attributes:
        check: id of the gate's check that decided; its first if none did.
        penalty: what follows, or would follow while the gate is not decided.
    """

    gate: Gate
    state: GateState
    check: str
    penalty: Penalty

    @property
    def bars_from_rank(self) -> bool:
        """Whether the site can take no rank."""
        return self.penalty.effect is not Effect.CAP and self.state in (GateState.FAILED, GateState.SUSPECTED)


class WaiverState(StrEnum):
    """What became of a waiver."""

    USED = "used"
    UNUSED = "unused"
    EXPIRED = "expired"
    NOT_WAIVABLE = "not-waivable"


@dataclass(frozen=True, slots=True)
class WaiverResult:
    """One waiver of one site."""

    waiver: Waiver
    state: WaiverState


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The points of one site.

    Attributes:
        score: after gates and caps; `uncapped` before them.
        band: None if nothing is decided.
        sections: in the order of the rubric.
        lost: points lost by each check, of 100, worst first: what a repair would gain.
        unranked: why the site takes no rank: "coverage", "gate", "award", "status", "type"; empty if it does.
    """

    assessment: Assessment
    score: Score
    uncapped: Score
    band: Band | None
    sections: tuple[SectionScore, ...]
    gates: tuple[GateResult, ...]
    waivers: tuple[WaiverResult, ...] = ()
    lost: tuple[tuple[str, float], ...] = ()
    unranked: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a ranking.

    Attributes:
        rank: from 1, shared by equals; None for a site that takes no rank.
        tied_with: ids of the sites that share it.
        decided_by: the step of the tie-break that set it apart from equal values; empty if none had to.
        certain: `low` is above the `high` of every site further down.
    """

    site: str
    rank: int | None
    tied_with: tuple[str, ...] = ()
    decided_by: str = ""
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Ranking:
    """The sites of one group in order; those without a rank follow, by id."""

    group: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What a reader must know of the run, and what could move a verdict.

    Attributes:
        id: name of the run's folder; empty if nothing was stored.
        settings: name and value, in alphabetical order.
        sites_digest: "sha256:…" of the list; empty for `webaudit page`.
        gaps: when the capture was interrupted and resumed, "from/to" in RFC 3339.
        notes: what a reader must be warned of, English message keys.
    """

    id: str
    started_at: datetime
    finished_at: datetime
    settings: Mapping[str, str | int | float | bool]
    sites_digest: str = ""
    gaps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """The root of every output.

    Attributes:
        environment: name and version of what can move a verdict: parser, trust store.
        vocabulary_digest: "sha256:…" of the word lists.
        catalogue: all checks that are known, by id.
        cards: in the order of the list of sites.
        rankings: one for each group; empty for `webaudit page`.
    """

    tool_version: str
    run: RunFacts
    rubric: Rubric
    vocabulary_digest: str
    environment: Mapping[str, str]
    catalogue: Mapping[str, AnyCheck]
    cards: tuple[Scorecard, ...]
    rankings: tuple[Ranking, ...]

    def by_rank(self) -> tuple[Scorecard, ...]:
        """The cards by rank, group by group; those that no ranking holds follow in the order of the list."""
        cards = {card.assessment.site.id: card for card in self.cards}
        ids = [place.site for ranking in self.rankings for place in ranking.places]
        return tuple(cards[site] for site in dict.fromkeys([*ids, *cards]) if site in cards)
