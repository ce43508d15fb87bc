"""EARL: what W3C's tools for ACT rules read, whatever a site writes."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from tests.render.hostile import TEXTS, written
from tests.render.report import page_report, report
from tests.render.snapshot import golden
from webaudit.locales import LANGUAGES, Language, Words
from webaudit.model.report import Report
from webaudit.render.earl import CONTEXT, chunks, render

ENGLISH = Words("en")


def subjects(whole: Report) -> dict[str, dict[str, Any]]:
    """The subjects of the graph by their address."""
    graph = json.loads(render(whole, ENGLISH).encode("utf-8"))["@graph"]
    return {one["source"]: one for one in graph[1:]}


def asserted(subject: dict[str, Any], check: str) -> dict[str, Any]:
    """The one assertion of a check on a subject."""
    (one,) = (one for one in subject["assertions"] if one["test"]["title"] == check)
    found: dict[str, Any] = one
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_golden(lang: Language) -> None:
    """The hand-made report gives the golden graph."""
    text = render(report(), Words(lang))

    assert text == golden(f"report.{lang}.earl.json", text)


def test_assertor_is_named_with_its_version() -> None:
    """Who asserts is said once, and every assertion points there."""
    read = json.loads(render(report(), ENGLISH))
    assertor, *nodes = read["@graph"]

    assert read["@context"] == CONTEXT
    assert (assertor["name"], assertor["release"]["revision"]) == ("webaudit", report().tool_version)
    assert {one["assertedBy"] for node in nodes for one in node["assertions"]} == {assertor["@id"]}


def test_failed_page_has_rule_criterion_and_place() -> None:
    """A defect is asserted of the page that it is on, by ACT rule and success criterion, with its XPath."""
    one = asserted(subjects(report())["https://dishub.example.go.id/"], "page-language")

    assert one["test"]["dct:identifier"] == "b5c3f8"
    assert one["test"]["isPartOf"] == ["WCAG2:language-of-page"]
    assert one["result"]["outcome"] == "earl:failed"
    assert [place["ptr:expression"] for place in one["result"]["pointer"]] == ["/html"]


def test_site_has_what_holds_of_all_its_pages() -> None:
    """Passed, inapplicable and untested are told as well; checks that cite neither WCAG nor ACT are not."""
    site = subjects(report())["https://dinkes.example.go.id"]
    outcomes = {one["test"]["title"]: one["result"]["outcome"] for one in site["assertions"]}

    assert (site["@type"], site["title"]) == (["TestSubject", "sch:WebSite"], "Dinas Kesehatan")
    assert outcomes == {
        "image-alternative": "earl:failed",
        "page-language": "earl:passed",
        "video-captions": "earl:inapplicable",
    }


def test_page_alone_is_one_subject() -> None:
    """`webaudit page` asserts all of the page as its address was spelled: by it W3C knows its examples."""
    found = subjects(page_report())

    assert list(found) == [card.assessment.site.written_url for card in page_report().cards]


def test_pieces_are_the_whole() -> None:
    """A long list is written piece by piece."""
    assert "".join(chunks(report(), ENGLISH)) == render(report(), ENGLISH)
    assert len(list(chunks(report(), ENGLISH))) > len(report().cards)


@given(TEXTS)
@settings(max_examples=60)
def test_foreign_text_is_text(text: str) -> None:
    """Whatever a site writes, the graph parses as UTF-8, and keeps its shape and its subjects."""
    graph = json.loads(render(written(text), ENGLISH).encode("utf-8"))["@graph"]
    _, first, *_ = graph

    assert [one["test"]["title"] for one in first["assertions"]] == ["image-alternative", "page-language"]
    assert all(set(node) - {"title"} == {"@type", "source", "assertions"} for node in graph[1:])
