"""No output leads a reader, by a click, to the gambling pages that it tells of."""

import json
import re
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

from markdown_it import MarkdownIt
from rich.console import Console

from tests.render.report import report
from webaudit.checks import catalogue
from webaudit.locales import Words
from webaudit.model.finding import Counts, Finding, Location, Outcome, Verdict
from webaudit.model.report import Report
from webaudit.render import markdown, sarif, terminal, xlsx

GAMBLING = "https://rajatogel.example/slot-gacor"
DOORWAY = "https://dinas.example/data-lama/index.php"
ENGLISH = Words("en")


def injected() -> Report:
    """A report in which pages were broken into, and links lead to gambling."""
    (card, *_), whole = report().cards, report()
    checks = {check.id: check for check in catalogue().checks}
    findings = []
    for id, url in (("injected-content", DOORWAY), ("external-dead-links", GAMBLING)):
        here = Location(url, "/html", 1, f'<a href="{GAMBLING}">slot</a>', "")
        verdict = Verdict(Outcome.FAILED, here, "bad", f"says {{what}} [x]({GAMBLING})", {"what": GAMBLING})
        findings.append(Finding(id, Outcome.FAILED, 0, 0, Counts(failed=1), verdicts=(verdict,), pages=1))
    made = replace(card.assessment, findings=tuple(findings))
    lost = tuple((finding.check, 20.0) for finding in findings)
    cards = (replace(card, assessment=made, lost=lost),)
    return replace(whole, cards=cards, catalogue={**whole.catalogue, **checks})


def test_markdown() -> None:
    """Neither the pages that were broken into nor what they lead to are links."""
    html = MarkdownIt("commonmark").render(markdown.render(injected(), ENGLISH))
    links = re.findall(r'href="([^"]*)"', html)

    assert "data-lama" in html
    assert "rajatogel" in html
    assert not any("rajatogel" in link or "data-lama" in link for link in links)


def test_workbook() -> None:
    """A workbook has text alone."""
    with ZipFile(BytesIO(xlsx.render(injected(), ENGLISH))) as file:
        sheets = [file.read(name) for name in file.namelist() if name.startswith("xl/worksheets/")]

    assert sheets
    assert not any(b"hyperlink" in sheet for sheet in sheets)


def test_terminal() -> None:
    """A terminal is told of no links."""
    shown = StringIO()
    console = Console(file=shown, width=120, force_terminal=True, _environ={"TERM": "xterm"})
    terminal.render(injected(), ENGLISH, console, detail=True)

    assert "data-lama" in shown.getvalue()
    assert "\x1b]8" not in shown.getvalue()


def test_sarif() -> None:
    """The messages of SARIF hold no link (SARIF 3.11.6)."""
    log = json.loads(sarif.render(injected(), ENGLISH))
    texts = [result["message"]["text"] for run in log["runs"] for result in run["results"]]

    assert any("rajatogel" in text for text in texts)
    assert not any("](" in text for text in texts)
