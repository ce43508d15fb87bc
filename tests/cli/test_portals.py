"""The central portals: asked once a run, whoever links to them, and one answer for all sites."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import webaudit
from tests.crawl.servers import Answer, Server, answer, html, served

pytestmark = pytest.mark.network

PORTAL = "ppid.contohprov.test"
SITES = ("a", "b", "d")
"""Not all in one of two shards."""


@contextmanager
def province(folder: Path, portal: Mapping[str, Answer]) -> Iterator[tuple[Server, list[str | Path]]]:
    """Three sites that each link to another page of one portal: its server, and the options of an audit."""
    listed = (
        f"defaults: {{region: Contoh, region_suffixes: [contohprov.test], portals: [{PORTAL}]}}\nsites:\n"
    )
    listed += "".join(f"- {{id: {name}, url: 'http://{name}.contohprov.test/{name}'}}\n" for name in SITES)
    (folder / "sites.yaml").write_text(listed)
    pages: dict[str, Answer | list[Answer]] = {
        f"/{name}": answer(html(f"http://{PORTAL}/opd/{name}|PPID", f"/{name}/1", f"/{name}/2"))
        for name in SITES
    }
    pages |= {f"/{name}/{number}": answer(html(title=name)) for name in SITES for number in (1, 2)}
    with served(pages) as sites, served({"/": answer(html()), **portal}) as central:
        options: list[str | Path] = [folder / "sites.yaml", "--quiet", "--rate", "0"]
        for host, server in ((PORTAL, central), *((f"{name}.contohprov.test", sites) for name in SITES)):
            # Nothing answers over https.
            options += [
                "--resolve",
                f"{host}:80:127.0.0.1:{server.port}",
                "--resolve",
                f"{host}:443:127.0.0.1:1",
            ]
        yield central, options


def audited(run: Path, *options: str | Path) -> None:
    """Audits into a folder."""
    done = webaudit("audit", *options, "--run", run)
    assert done.returncode == 0, done.stderr


def ways(report: str) -> dict[str, tuple[str, str]]:
    """Outcome and code of `ppid-link`, by site."""
    said: dict[str, Any] = json.loads(report)
    found = {}
    for site in said["sites"]:
        (finding,) = [one for one in site["findings"] if one["check"] == "ppid-link"]
        found[site["id"]] = finding["outcome"], finding["locations"][0]["code"]
    return found


def test_asked_once_and_judged_for_all(tmp_path: Path) -> None:
    """Whatever the processes, its home page alone is asked, once, and stands for every link to the portal."""
    run = tmp_path / "run"
    with province(tmp_path, {}) as (central, options):
        audited(run, *options, "--jobs", "2")
        asked = list(central.asked)
    said = webaudit("report", run, "--format", "json").stdout

    assert asked == ["/"]
    assert ways(said) == dict.fromkeys(SITES, ("passed", "central-portal"))
    # Years later, when nothing answers any more, it is the same.
    assert ways(webaudit("assess", run, "--json", "-").stdout) == ways(said)


def test_a_dead_portal_proves_nothing_for_anybody(tmp_path: Path) -> None:
    """An error of the portal is told of all sites alike, an error page with a status of success as well."""
    broken = answer("<title>PPID</title><p>Error establishing a database connection")
    for number, portal in enumerate((answer("gone", 404), broken)):
        with province(tmp_path, {"/": portal}) as (_, options):
            audited(tmp_path / str(number), *options)

    codes = [ways(webaudit("report", tmp_path / one, "--format", "json").stdout) for one in "01"]
    assert codes == [dict.fromkeys(SITES, ("failed", code)) for code in ("dead", "empty-page")]


def test_shards_choose_the_same(tmp_path: Path) -> None:
    """Each machine asks once; merged in any order, the best answer stands for all, and the bytes agree."""
    first, second = tmp_path / "first", tmp_path / "second"
    with province(tmp_path, {}) as (central, options):
        audited(first, *options, "--shard", "1/2")
        central.answers["/"] = answer("down", 500)
        audited(second, *options, "--shard", "2/2")
        asked = list(central.asked)
    reports = []
    for number, order in enumerate(((first, second), (second, first))):
        into = tmp_path / f"whole{number}"
        assert webaudit("merge", *order, "--into", into, "--quiet").returncode == 0
        reports.append(webaudit("assess", into, "--json", "-").stdout)

    assert asked == ["/", "/"]
    assert ways(reports[0]) == dict.fromkeys(SITES, ("passed", "central-portal"))
    assert reports[0].replace("whole0", "") == reports[1].replace("whole1", "")


def test_a_second_look_asks_it_again(tmp_path: Path) -> None:
    """Of one site's finding the portal is asked once more, and what came of it is told."""
    run = tmp_path / "run"
    with province(tmp_path, {"/": answer("gone", 404)}) as (central, options):
        audited(run, *options)
        central.answers["/"] = answer(html())
        central.asked.clear()
        done = webaudit("recheck", run, "a:ppid-link", "--json", "-")
        asked = list(central.asked)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["repaired"] is True
    assert asked == ["/"]


def test_an_interrupted_run_goes_on(tmp_path: Path) -> None:
    """What was asked before the interruption is not asked again."""
    run = tmp_path / "run"
    with province(tmp_path, {}) as (central, options):
        audited(run, *options)
        (run / "SHA256SUMS").unlink()
        facts = json.loads((run / "run.json").read_text("utf-8"))
        facts["finished_at"] = None
        (run / "run.json").write_text(json.dumps(facts))
        shutil.rmtree(run / "findings")
        done = webaudit("audit", "--resume", run, "--quiet")
        asked = list(central.asked)

    assert done.returncode == 0, done.stderr
    assert asked == ["/"]
    assert set(ways(webaudit("report", run, "--format", "json").stdout).values()) == {
        ("passed", "central-portal")
    }
