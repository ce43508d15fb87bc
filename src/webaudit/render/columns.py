"""The data dictionary: every column of the tables, its kind, and what it means.

docs/csv.md shows the same; a test compares the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from webaudit.locales import marked
from webaudit.render.labels import CATEGORY, OUTCOME, REASON, SEVERITY, STATUS, UNRANKED


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: frozen, the same in every language.
        kind: "text", "integer", "number" (two decimals), "flag" (true, false), "time" (RFC 3339 in UTC) or
            "list" (ids set apart by blanks).
        meaning: English, the key of its translation.
        about: fills the braces of the meaning.
        labels: plain words for the codes that it holds, for tables that people read.
    """

    name: str
    kind: str
    meaning: str
    about: str = ""
    labels: Mapping[Any, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The name as a heading, the key of its translation."""
        return self.name.replace("_", " ")


SITES = (
    Column("group", "text", marked("group that it is ranked in; empty if all are ranked together")),
    Column("rank", "integer", marked("from 1, shared by equals; empty without a rank")),
    Column("tied_with", "list", marked("ids of the sites that share it")),
    Column("certain", "flag", marked("`low` is above the `high` of every site ranked below")),
    Column("decided_by", "text", marked("section that broke a tie of values")),
    Column(
        *("unranked", "text", marked("why it takes no rank: status, award, type, gate, coverage")),
        labels=UNRANKED,
    ),
    Column("site", "text", marked("id, stable")),
    Column("name", "text", marked("as in the list of sites")),
    Column("type", "text", marked("of agency")),
    Column("award", "flag", marked("takes part in the competition")),
    Column("url", "text", marked("start address as written in the list")),
    Column("final_url", "text", marked("where it led")),
    Column(
        "status",
        "text",
        marked("reachable, degraded, blocked, unreachable, disallowed, invalid, untested"),
        labels=STATUS,
    ),
    Column("reason", "text", marked("why the status is not reachable"), labels=REASON),
    Column("captured_at", "time", marked("when the capture began")),
    Column("value", "number", marked("100·won/(won+lost), after gates and caps")),
    Column("low", "number", marked("the value if all that is open were lost")),
    Column("high", "number", marked("the value if all that is open were won")),
    Column("coverage", "number", marked("share of the points that is decided, 0 to 1")),
    Column("uncapped", "number", marked("the value before gates and caps")),
    Column("band", "text", marked("class of the value")),
    Column("gates_failed", "list", marked("ids of gates that failed")),
    Column("gates_suspected", "list", marked("ids of gates that need another look: not for publication")),
    Column("waivers_in_force", "list", marked("ids of checks that the organiser waived")),
    Column("checks_failed", "integer", marked("number of findings that failed")),
    Column("checks_open", "integer", marked("number of findings undecided or untested")),
    Column("pages", "integer", marked("captured")),
    Column("requests", "integer", marked("made")),
    Column("bytes", "integer", marked("received")),
    Column("limits", "list", marked("budgets reached and traps seen")),
    Column("snapshot", "text", marked("digest of the stored evidence")),
    Column("run", "text", marked("name of the run's folder")),
    Column("rubric", "text", marked("id of the rubric")),
    Column("rubric_version", "text", marked("its version")),
    Column("tool_version", "text", marked("of webaudit")),
)
"""Of the sites, a row each; those of `BY_SECTION` follow for each section of the rubric."""

BY_SECTION = (
    Column("won", "number", marked("points won in the section {section}")),
    Column("open", "number", marked("points open in the section {section}")),
    Column("points", "number", marked("points at most in the section {section}; 0 if it does not apply")),
)

FINDINGS = (
    Column("site", "text", marked("id, as in the table of sites")),
    Column("name", "text", marked("as in the list of sites")),
    Column("check", "text", marked("id of the check")),
    Column("category", "text", marked("its category"), labels=CATEGORY),
    Column("severity", "text", marked("critical, serious, moderate, minor"), labels=SEVERITY),
    Column(
        "outcome",
        "text",
        marked("of the finding: passed, failed, cantTell, inapplicable, untested"),
        labels=OUTCOME,
    ),
    Column("reason", "text", marked("why it is untested or undecided"), labels=REASON),
    Column("waived", "flag", marked("the organiser does not hold it against the site")),
    Column("points_lost", "number", marked("of 100, by the whole finding: the same in each of its rows")),
    Column("targets_passed", "integer", marked("number of targets that passed")),
    Column("targets_failed", "integer", marked("number of targets that failed")),
    Column("targets_undecided", "integer", marked("number of targets that are undecided")),
    Column("title", "text", marked("what is good")),
    Column(
        "place",
        "integer",
        marked("number of the place within the finding, from 1; empty if none is shown"),
    ),
    Column("place_outcome", "text", marked("of this target: failed, cantTell, or passed"), labels=OUTCOME),
    Column("code", "text", marked("stable name of the case")),
    Column("message", "text", marked("what was seen")),
    Column("measure", "text", marked("name of the number behind it, its unit in it")),
    Column("measure_value", "number", marked("the number")),
    Column("url", "text", marked("where it was seen")),
    Column("line", "integer", marked("in the source, from 1")),
    Column("xpath", "text", marked("of the element")),
    Column("snippet", "text", marked("beginning of the element: foreign text")),
    Column("evidence", "text", marked("digest of the stored body")),
    Column("remedy", "text", marked("what to do")),
    Column("sources", "text", marked("norms that the check cites")),
)
"""Of the findings, a row for each place shown; one without a place has one row."""

CRITERIA = (
    Column("site", "text", marked("id, as in the table of sites")),
    Column("name", "text", marked("as in the list of sites")),
    Column("section", "text", marked("id of the section of the rubric")),
    Column("section_title", "text", marked("its title")),
    Column("criterion", "text", marked("id of the criterion")),
    Column("criterion_title", "text", marked("its title")),
    Column("points", "number", marked("at most; 0 if it does not apply")),
    Column("won", "number", marked("points won")),
    Column("lost", "number", marked("points lost")),
    Column("open", "number", marked("points that could not be decided")),
)
"""Of the points, a row for each criterion of each site."""

COLUMNS = (
    Column("table", "text", marked("sites, findings, criteria or columns")),
    Column("column", "text", marked("its name in the header")),
    Column("kind", "text", marked("text, integer, number, flag, time or list")),
    Column("meaning_id", "text", marked("what it means, in Indonesian")),
    Column("meaning_en", "text", marked("what it means, in English")),
)
"""Of the dictionary itself, a row for each column."""
