"""A defect in a shared header is told once, with the number of its pages, for people and in JSON."""

import json
from dataclasses import replace
from io import StringIO

from rich.console import Console

from tests.render.report import report
from webaudit.locales import Words
from webaudit.model.finding import Counts, Finding, Location, Outcome, failed
from webaudit.model.report import Report
from webaudit.render import json_v1, markdown, terminal

ENGLISH = Words("en")
LOGO = '<img src="logo.png">'


def with_header(pages: int) -> Report:
    """A site whose header lacks one alternative, on so many pages."""
    (card, *_), whole = report().cards, report()
    verdicts = tuple(
        failed(
            Location(f"https://dinkes.example.go.id/{page}", f"/html/body/div[{page + 1}]/img", 7, LOGO),
            "alternative-missing",
            "the sample logo has no text alternative",
        )
        for page in range(pages)
    )
    finding = Finding("image-alternative", Outcome.FAILED, 0, 0, Counts(0, pages, 0), None, verdicts, pages)
    card = replace(card, assessment=replace(card.assessment, findings=(finding,)), gates=())
    return replace(whole, cards=(replace(card, lost=(("image-alternative", 9.0),)),), rankings=())


def test_json() -> None:
    """The cause has its pages, its place in the template, and one example; every place stays where it was."""
    (site,) = json.loads(json_v1.render(with_header(12), ENGLISH))["sites"]
    (finding,) = site["findings"]
    (cause,) = finding["causes"]

    assert (cause["pages"], cause["places"], cause["template_xpath"]) == (12, 12, "/html/body/div/img")
    assert cause["example"] == finding["locations"][0]
    assert len(finding["locations"]) == 12


def test_one_page_is_no_cause_of_many() -> None:
    """What fails on one page alone is told among the places only."""
    (site,) = json.loads(json_v1.render(with_header(1), ENGLISH))["sites"]

    assert site["findings"][0]["causes"] == []


def test_markdown_and_terminal() -> None:
    """One place is shown, and how many pages share it; nothing is left to be counted as more."""
    file = StringIO()
    terminal.render(with_header(12), ENGLISH, Console(file=file, width=200))

    for text in (markdown.render(with_header(12), ENGLISH), file.getvalue()):
        assert text.count("the sample logo has no text alternative") == 1
        assert "the same on 12 pages" in text
        assert "more place" not in text
