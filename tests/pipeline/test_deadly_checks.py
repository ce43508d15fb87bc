"""A check that hangs, crashes or overeats costs a page, never another site nor the command."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Audited
from tests.crawl.servers import answer, html, serve

pytestmark = pytest.mark.network

PLUGIN = """
import os
from webaudit.model.check import Category, Severity, Source, check
from webaudit.model.finding import passed
from webaudit.model.page import Page

API_VERSION = 1

def hang():
    while True:
        pass

DEEDS = {
    "//dinkes.contohprov.example/profil": lambda: os.environ.get("PARSER_DEED") or os._exit(9),
    "//disbudpar.contohprov.example/profil": lambda: bytearray(64 << 30),
    "//diskominfo.contohprov.example/": hang,
    "http://127.0.0.1": hang,
}

@check(id="deadly", title="It kills", category=Category.USABILITY, severity=Severity.MINOR,
       sources=(Source("House rule", "1", "Kill", ""),), remedy="None.", since="0.1")
def deadly(page: Page):
    for mark, deed in DEEDS.items():
        if mark in page.url and (mark.endswith(("/", ".1")) or page.url.endswith(mark)):
            deed()
    yield passed(page.root)

CHECKS = (deadly,)

DEED = os.environ.get("PARSER_DEED")
if DEED:
    from webaudit.extract import html

    source = html.source

    def deadly_source(exchange, *arguments):
        if exchange.url.endswith("//dinkes.contohprov.example/profil"):
            {"abort": os.abort, "eat": lambda: bytearray(64 << 30)}[DEED]()
        return source(exchange, *arguments)

    html.source = deadly_source
"""

COMMAND = """
import sys
from webaudit.pipeline import assess_sites
assess_sites.CHECK_SECONDS = {seconds}
from webaudit.cli import main
main()
"""


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    """A folder for PYTHONPATH with the plug-in."""
    folder = tmp_path / "plugins"
    info = folder / "deadly-1.dist-info"
    info.mkdir(parents=True)
    (folder / "deadly_plugin.py").write_text(PLUGIN)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: deadly\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[webaudit.checks]\ndeadly = deadly_plugin\n")
    return folder


def run(plugins: Path, seconds: float, *arguments: str | Path) -> dict[str, Any]:
    """The report of a command that asks the plug-in too, with this deadline for a check."""
    code = textwrap.dedent(COMMAND).format(seconds=seconds)
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments), "--json", "-", "--quiet"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(plugins), "WEBAUDIT_LANG": "en"},
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def found(report: dict[str, Any], site: str, check: str) -> dict[str, Any]:
    """What a check found on a site."""
    (one,) = [one for one in report["sites"] if one["id"] == site]
    (finding,) = [finding for finding in one["findings"] if finding["check"] == check]
    # The points hang on how many checks there are.
    return {key: value for key, value in finding.items() if key != "points_lost"}


def test_each_costs_a_page_at_most(audited: Audited, plugins: Path, tmp_path: Path) -> None:
    """Of three sites on which a check exits, overeats or hangs, all else is judged as without it."""
    shutil.copytree(audited.run, tmp_path / "run")
    report = run(plugins, 1.0, "assess", tmp_path / "run")

    pages = {site["id"]: site["crawl"]["pages"] for site in report["sites"]}
    lost = {"dinkes": 1, "disbudpar": 1, "diskominfo": pages["diskominfo"]}
    assert [s["status"] for s in report["sites"]] == [s["status"] for s in audited.report["sites"]]
    for site, number in lost.items():
        deadly = found(report, site, "deadly")
        assert deadly["reason"] == "check-error"
        assert deadly["targets"]["undecided"] == number
        assert found(report, site, "ppid-link") == found(audited.report, site, "ppid-link")
    assert found(report, "bapenda", "deadly")["targets"]["undecided"] == 0


def test_a_single_page(plugins: Path) -> None:
    """`webaudit page` is as safe with one process as with several: a check that hangs is left open."""

    async def page(port: int) -> dict[str, Any]:
        url = f"http://127.0.0.1:{port}/"
        return await asyncio.to_thread(run, plugins, 1.0, "page", url, "--allow-private")

    async def served() -> dict[str, Any]:
        async with serve({"*": answer(html())}) as server:
            return await page(server.port)

    report = asyncio.run(served())

    assert report["sites"][0]["status"] == "reachable"
    assert found(report, "page-1", "deadly")["reason"] == "check-error"
    assert found(report, "page-1", "page-language")["outcome"] == "passed"


@pytest.mark.parametrize("deed", ["abort", "eat"])
def test_a_parser_that_dies_costs_its_site_alone(
    audited: Audited, plugins: Path, tmp_path: Path, deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that kills whoever reads it leaves its site untested and is named; all others are as without."""
    shutil.copytree(audited.run, tmp_path / "run")
    monkeypatch.setenv("PARSER_DEED", deed)
    report = run(plugins, 20.0, "assess", tmp_path / "run")

    sites = {site["id"]: site for site in report["sites"]}
    assert (sites["dinkes"]["status"], sites["dinkes"]["reason"]) == ("untested", "auditor-error")
    assert "//dinkes.contohprov.example/profil" in json.dumps(sites["dinkes"])
    assert found(report, "bapenda", "ppid-link") == found(audited.report, "bapenda", "ppid-link")
