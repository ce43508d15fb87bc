"""SARIF: valid by the schema of OASIS, with stable fingerprints, and harmless."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator

from tests.render.hostile import TEXTS, written
from tests.render.report import page_report, report
from tests.render.snapshot import golden
from webaudit.locales import LANGUAGES, Language, Words
from webaudit.model.finding import Location, Verdict
from webaudit.model.report import Report, WaiverResult, WaiverState
from webaudit.model.site import Waiver
from webaudit.render.sarif import SCHEMA, render

ENGLISH = Words("en")
OFFICIAL = json.loads((Path(__file__).parent.parent / "data" / "sarif-schema-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(OFFICIAL)


def parsed(whole: Report, words: Words = ENGLISH) -> dict[str, Any]:
    """The one run of the log, read again and valid."""
    log = json.loads(render(whole, words).encode("utf-8"))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


def results(run: dict[str, Any], site: str, rule: str) -> list[dict[str, Any]]:
    """What a check found on a site."""
    return [one for one in run["results"] if one["properties"]["site"] == site and one["ruleId"] == rule]


def moved(whole: Report, move: Callable[[Location], Location]) -> Report:
    """The report with every place moved."""

    def verdict(one: Verdict) -> Verdict:
        return replace(one, here=move(one.here)) if isinstance(one.here, Location) else one

    cards = tuple(
        replace(
            card,
            assessment=replace(
                card.assessment,
                findings=tuple(
                    replace(finding, verdicts=tuple(map(verdict, finding.verdicts)))
                    for finding in card.assessment.findings
                ),
            ),
        )
        for card in whole.cards
    )
    return replace(whole, cards=cards)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_golden(lang: Language) -> None:
    """The hand-made report gives the golden log."""
    text = render(report(), Words(lang))
    parsed(report(), Words(lang))

    assert text == golden(f"report.{lang}.sarif", text)


def test_schema_is_the_one_that_is_named() -> None:
    """The log names the schema that it is tested by."""
    assert OFFICIAL["id"] == SCHEMA
    assert json.loads(render(report(), ENGLISH))["$schema"] == SCHEMA


def test_rules_are_the_catalogue() -> None:
    """Each check is a rule, with help in the language of the report; each result points at its own."""
    run = parsed(report(), Words("id"))
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == sorted(report().catalogue)
    assert all("Perbaikan" in rule["help"]["text"] for rule in rules)
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_results() -> None:
    """A failed place has level, address, line and element; an undecided one is for review."""
    run = parsed(report())
    image, *_ = results(run, "dishub", "image-alternative")
    (undecided,) = results(run, "dispora", "page-language")
    place = image["locations"][0]

    assert (image["kind"], image["level"]) == ("fail", "error")
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "https://dishub.example.go.id/galeri/1"
    assert place["physicalLocation"]["region"]["startLine"] == 41
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "/html/body/main/img[1]"
    assert (undecided["kind"], undecided["level"]) == ("review", "none")
    assert not results(run, "dishub", "certificate-validity")


def test_fingerprints_are_stable() -> None:
    """Lines and paths of elements move without making a result another; each result has its own."""

    def prints(whole: Report) -> list[str]:
        return [one["partialFingerprints"]["webauditPlace/v1"] for one in parsed(whole)["results"]]

    down = moved(
        report(), lambda here: replace(here, line=(here.line or 0) + 40, xpath=f"/html/x{here.xpath}")
    )
    elsewhere = moved(report(), lambda here: replace(here, url=f"{here.url}x"))

    assert prints(down) == prints(report())
    assert prints(elsewhere) != prints(report())
    assert len(set(prints(report()))) == len(prints(report()))


def test_waiver_is_a_suppression() -> None:
    """What the organiser waived is told, with the reason, and counts for nothing."""
    waiver = Waiver("page-language", "Situs dipindahkan", "Diskominfo", date(2026, 12, 31))
    whole = report()
    cards = tuple(replace(card, waivers=(WaiverResult(waiver, WaiverState.USED),)) for card in whole.cards)
    run = parsed(replace(whole, cards=cards))
    (one,) = results(run, "dishub", "page-language")

    assert one["suppressions"][0]["justification"] == "Situs dipindahkan (Diskominfo, 2026-12-31)"
    assert all("suppressions" not in one for one in results(run, "dishub", "image-alternative"))


def test_site_that_was_not_audited_is_a_notification() -> None:
    """Every site is in the log: those without results by why there are none."""
    told = parsed(report())["invocations"][0]["toolExecutionNotifications"]
    sites = [note["properties"]["site"] for note in told if "status" in note["properties"]]

    assert sites == ["bkd", "rsud", "entri-9"]
    assert "its host name is not found in DNS" in told[1]["message"]["text"]


def test_pages() -> None:
    """`webaudit page` has no name of a run, and its log is valid."""
    assert "automationDetails" not in parsed(page_report())


@settings(deadline=None)
@given(TEXTS)
def test_any_text_is_text(text: str) -> None:
    """Whatever a site writes: a valid log, URIs for addresses, no links nor placeholders in messages."""
    run = parsed(written(text))
    notes = run["invocations"][0]["toolExecutionNotifications"]
    for one in (*run["results"], *notes):
        said = one["message"]["text"]
        assert "](" not in said
        assert not re.search(r"[{}]", re.sub(r"\{\{|\}\}", "", said))
        for place in one.get("locations", ()):
            assert place["physicalLocation"]["artifactLocation"]["uri"].isascii()
            assert re.fullmatch(
                r"[^\s<>\"{}|\\^`\x00-\x20]*", place["physicalLocation"]["artifactLocation"]["uri"]
            )
