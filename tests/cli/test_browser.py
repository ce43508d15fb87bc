"""`--browser` from the outside: kept evidence, a replay without a browser, one line where there is none."""

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.conftest import WEBAUDIT, webaudit
from tests.crawl.servers import Answer, answer, html, served, stall

pytestmark = [pytest.mark.network, pytest.mark.timeout(120)]

PAGE = html("/profil").replace("</body>", "<img src=/a.png><script>" + "document.body.append("
    "document.createElement('button'))</script></body>")  # fmt: skip
SITE: dict[str, Answer | list[Answer]] = {
    "/": answer(PAGE),
    "/profil": answer(html("/", title="Profil")),
    "/robots.txt": answer("", 404),
}


def sites_file(folder: Path, port: int) -> Path:
    """A list of one site on loopback."""
    path = folder / "sites.yaml"
    path.write_text(
        "defaults: {region: Jawa Barat, timezone: Asia/Jakarta}\nsites:\n"
        f"  - {{id: dinkes, name: Dinas Kesehatan, type: dinas, url: 'http://a.test:{port}/'}}\n",
        encoding="utf-8",
    )
    return path


def found_by(report: Path) -> dict[str, list[Any]]:
    """Who found what failed, by check."""
    (site,) = json.loads(report.read_text("utf-8"))["sites"]
    return {
        finding["check"]: [place["found_by"] for place in finding["locations"]]
        for finding in site["findings"]
        if finding["outcome"] == "failed"
    }


def test_replay_needs_no_browser(tmp_path: Path) -> None:
    """A stored run with browser evidence is judged again to the same bytes where there is no browser."""
    with served(SITE) as server:
        reach = ("--resolve", f"a.test:{server.port}:127.0.0.1:{server.port}", "--rate", "0")
        sites = sites_file(tmp_path, server.port)
        options = ("--run", tmp_path / "run", "--json", tmp_path / "first.json", "--quiet")
        done = webaudit("audit", sites, "--browser", *options, *reach, cwd=tmp_path)
    without = {**os.environ, "WEBAUDIT_LANG": "en", "PATH": str(tmp_path), "WEBAUDIT_CHROMIUM": ""}
    again = webaudit(
        *("assess", tmp_path / "run", "--json", tmp_path / "second.json", "--quiet"),
        env=without,
        cwd=tmp_path,
    )
    verified = webaudit("verify", tmp_path / "run", cwd=tmp_path)
    found = found_by(tmp_path / "first.json")

    assert (done.returncode, again.returncode, verified.returncode) == (0, 0, 0), done.stderr + again.stderr
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()
    assert ["webaudit", "axe-core"] in found["image-alternative"]
    assert found["button-name"] == [["axe-core"]]


def test_without_a_browser_nothing_starts(tmp_path: Path) -> None:
    """Where no Chromium is, one line says so in the user's language, and the exit code is 2."""
    env = {**os.environ, "PATH": str(tmp_path)}
    said = {
        lang: webaudit("page", "http://a.test/", "--browser", "--chromium", "/x", "--lang", lang, env=env)
        for lang in ("en", "id")
    }
    alone = webaudit("page", "http://a.test/", "--chromium", "/x")

    assert {one.returncode for one in said.values()} == {2}
    assert said["en"].stderr.strip() == "--chromium /x: there is no such program"
    assert said["id"].stderr.strip() == "--chromium /x: tidak ada program itu"
    assert alone.returncode == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_end_ends_the_browser(number: signal.Signals, tmp_path: Path) -> None:
    """However the command ends while a page is shown, the browser ends with all its processes."""
    page = html().replace("<title>", '<link rel="stylesheet" href="/lama.css"><title>')
    with served({"/": answer(page), "/lama.css": stall}) as server:
        command = subprocess.Popen(
            [WEBAUDIT, "page", f"http://127.0.0.1:{server.port}/", "--browser", "--allow-private", "--quiet"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + 60
        while "/lama.css" not in server.asked and time.monotonic() < until:
            time.sleep(0.05)
        started = psutil.Process(command.pid).children(recursive=True)
        command.send_signal(number)
        command.wait(60)
        _, left = psutil.wait_procs(started, timeout=30)
    names = [one.cmdline()[0] for one in left if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]

    assert any("chrom" in name for name in names) is False
    assert any(re.search("chrom", one.name()) for one in left) is False
    assert command.returncode != 0
