"""The JSON report keeps its contract: every report is strict, valid by its schema, and the same again."""

import json
from dataclasses import replace
from math import inf, nan
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from tests.render.report import page_report, report, scorecard
from tests.render.snapshot import golden
from webaudit.locales import LANGUAGES, Language, Words
from webaudit.model.finding import Finding, Location, Measure, Outcome, Verdict
from webaudit.model.report import Report
from webaudit.render.json_v1 import chunks, render, schema

VALIDATOR = Draft202012Validator(schema(), format_checker=FormatChecker())


def parsed(text: str) -> dict[str, Any]:
    """The report read by a strict reader, and valid."""

    def refuse(constant: str) -> NoReturn:
        raise AssertionError(f"{constant} is no JSON")

    read: dict[str, Any] = json.loads(text.encode("utf-8"), parse_constant=refuse)
    VALIDATOR.validate(read)
    return read


def site(read: dict[str, Any], site_id: str) -> dict[str, Any]:
    """One site of a report."""
    found: dict[str, Any] = next(one for one in read["sites"] if one["id"] == site_id)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_golden(lang: Language) -> None:
    """The hand-made report gives the golden bytes."""
    text = render(report(), Words(lang))
    parsed(text)

    assert text == golden(f"report.{lang}.json", text)


def test_schema_is_sound() -> None:
    """The schema is one, in the draft that it names, and refuses what it does not know."""
    Draft202012Validator.check_schema(schema())
    read = parsed(render(report(), Words("en")))
    read["sites"][0]["new"] = 1

    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert not VALIDATOR.is_valid(read)


def test_inventory() -> None:
    """What a site offers is told with its proof; a subject that the vocabulary has lost is left out."""
    read = parsed(render(report(), Words("en")))
    told = [one["inventory"] for one in read["sites"] if one["inventory"]]

    assert [(one["subject"], one["kind"], one["proof"], one["text"]) for one in told[0]] == [
        ("ppid", "service", "host", "PPID"),
        ("pencarian", "page", "form", None),
    ]


def test_documents() -> None:
    """A document is told with subject, years, kind, size, and where it is kept; null where nobody asked."""
    read = site(parsed(render(report(), Words("en"))), "dinkes")
    asked = {one["url"]: one for one in read["documents"]}
    plan = asked["https://dinkes.example.go.id/berkas/renstra.pdf"]
    other = asked["https://dinkes.example.go.id/berkas/foto.zip"]

    assert read["documents_found"] == 2
    assert (plan["subjects"], plan["years"], plan["kind"]) == (["renstra"], [2025, 2026], "pdf")
    assert (plan["status"], plan["size_bytes"]) == (200, 123_456)
    assert plan["final_url"] == "https://berkas.example.go.id/renstra.pdf"
    assert [other[name] for name in ("kind", "size_bytes", "status", "final_url")] == [None] * 4


def test_every_site_is_there() -> None:
    """Each entry of the list has its status and reason, measured or not, in the list's order."""
    read = parsed(render(report(), Words("id")))

    assert [(one["id"], one["status"], one["reason"]) for one in read["sites"]] == [
        ("bapenda", "reachable", None),
        ("disdik", "reachable", None),
        ("dinkes", "reachable", None),
        ("dishub", "reachable", None),
        ("dispora", "degraded", "tls"),
        ("bkd", "unreachable", "dns"),
        ("rsud", "blocked", "blocked"),
        ("entri-9", "invalid", "invalid-entry"),
    ]


def test_not_measured_is_not_zero() -> None:
    """Where nothing is decided the value is null and everything is open."""
    down = site(parsed(render(report(), Words("id"))), "bkd")

    assert down["score"] == {
        "value": None,
        "low": 0.0,
        "high": 100.0,
        "coverage": 0.0,
        "band": None,
        "uncapped": None,
    }
    assert {finding["outcome"] for finding in down["findings"]} == {"untested"}
    assert {finding["score"] for finding in down["findings"]} == {None}


def test_all_outcomes_are_told() -> None:
    """Passed, undecided, inapplicable and untested findings are as much there as failed ones."""
    read = parsed(render(report(), Words("id")))
    outcomes = {finding["outcome"] for one in read["sites"] for finding in one["findings"]}

    assert outcomes == set(Outcome)


def test_sums_can_be_checked() -> None:
    """Criteria add up to their section, and sections to the score."""
    for one in parsed(render(report(), Words("id")))["sites"]:
        for section in one["sections"]:
            for points in ("points", "lost_points", "open_points", "max_points"):
                whole = sum(criterion[points] for criterion in section["criteria"])

                assert section[points] == pytest.approx(whole, abs=1e-3)
        low = sum(section["points"] for section in one["sections"])

        assert one["score"]["low"] == pytest.approx(low, abs=1e-3)


def test_address_as_written() -> None:
    """`url` is spelled as in the list, `final_url` says where it led."""
    dinkes = site(parsed(render(report(), Words("id"))), "dinkes")

    assert dinkes["url"] == "https://dinkes.example.go.id"
    assert dinkes["final_url"] == "https://dinkes.example.go.id/"


def test_points_lost_come_from_the_scorecard() -> None:
    """A finding tells what its repair would gain."""
    dishub = site(parsed(render(report(), Words("id"))), "dishub")
    lost = {finding["check"]: finding["points_lost"] for finding in dishub["findings"]}

    assert lost["image-alternative"] == 24.0
    assert lost["certificate-validity"] == 0.0


def test_ranking() -> None:
    """Equals share a rank; who has none comes last, with the reason."""
    (ranking,) = parsed(render(report(), Words("id")))["ranking"]
    places = [(one["rank"], one["id"], one["unranked_reason"]) for one in ranking["places"]]

    assert places[:3] == [(1, "dinkes", None), (2, "disdik", None), (2, "dishub", None)]
    assert places[4:6] == [(None, "bapenda", "gate"), (None, "bkd", "status")]
    assert ranking["places"][1]["tied_with"] == ["dishub"]


def test_pages_have_no_ranking() -> None:
    """The report on single pages has the same form, without ranking and run."""
    read = parsed(render(page_report(), Words("id")))

    assert read["ranking"] == []
    assert read["run"]["id"] is None
    assert [one["url"] for one in read["sites"]] == [
        "https://dinkes.example.go.id",
        "https://rsud.example.go.id",
    ]


def test_no_sites() -> None:
    """A report without sites is whole as well."""
    assert parsed(render(replace(report(), cards=()), Words("id")))["sites"] == []


def test_language() -> None:
    """Texts are in the language asked for; codes are not translated."""
    indonesian = parsed(render(report(), Words("id")))
    english = parsed(render(report(), Words("en")))

    assert (indonesian["lang"], indonesian["sites"][0]["score"]["band"]) == ("id", "Sangat baik")
    assert (english["lang"], english["sites"][0]["score"]["band"]) == ("en", "Very good")
    assert [one["status"] for one in indonesian["sites"]] == [one["status"] for one in english["sites"]]


def with_verdict(verdict: Verdict) -> Report:
    """The report with one verdict in place of a site's findings."""
    whole = report()
    card = whole.cards[2]
    finding = Finding("image-alternative", Outcome.FAILED, verdicts=(verdict,))
    changed = scorecard(replace(card.assessment, findings=(finding,)))
    return replace(whole, cards=(changed,))


@pytest.mark.parametrize("number", [nan, inf, -inf])
def test_no_number(number: float) -> None:
    """What is no number in JSON is null."""
    verdict = Verdict(
        Outcome.FAILED, None, "code", "{x}", {"x": number, "y": 10**30}, Measure("age_days", number)
    )
    (finding,) = parsed(render(with_verdict(verdict), Words("id")))["sites"][0]["findings"]
    (spot,) = finding["locations"]

    assert spot["values"] == {"x": None, "y": str(10**30)}
    assert spot["measure"] == {"name": "age_days", "value": None}


@given(st.text(st.characters(), max_size=60))
def test_any_foreign_text(text: str) -> None:
    """Whatever a site writes, the report parses, is valid, and holds no control but line feeds."""
    verdict = Verdict(Outcome.FAILED, Location(text, text, 1, text), "code", "said {text}", {"text": text})
    written = render(with_verdict(verdict), Words("id"))
    parsed(written)

    assert not [sign for sign in written if sign < " " and sign != "\n"]


def test_whole_file() -> None:
    """The file ends with a line feed, and its parts are the whole."""
    words = Words("id")
    text = render(report(), words)

    assert text.endswith("}\n")
    assert "".join(chunks(report(), words)) == text
