"""A whole audit of sites whose every text is hostile, and one with few descriptors and little memory."""

import csv
import json
import os
import re
import resource
import subprocess
from contextlib import ExitStack
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from markdown_it import MarkdownIt

from tests.conftest import WEBAUDIT, webaudit
from tests.crawl.servers import Answer, answer, endless, html, redirect, reset, served

pytestmark = pytest.mark.network

STEERING = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
"""What moves a terminal, or turns what follows around."""

BAD = "=1+1|\x1b]0;x\x07\x1b[2J\x9b31m\u202e\u2066[bold]a[/nope]\r<script>alert(1)</script>%s{0}&#27;"
PAGE = (
    f'<html lang="{BAD}"><title>{BAD}</title><meta name=description content="{BAD}"><h1>{BAD}</h1>'
    f"<p>{BAD * 40}"
    f'<img src="/{BAD}"><a href="/{BAD}">{BAD}</a><a href="javascript:alert(1)">{BAD}</a><input name="{BAD}">'
)


def routes(servers: dict[str, int]) -> list[str]:
    """The options that lead to these servers, by host; none speaks https."""
    pairs = [(f"{host}:80", f"127.0.0.1:{port}") for host, port in servers.items()]
    pairs += [(f"{host}:443", "127.0.0.1:1") for host in servers]
    return [part for here, there in pairs for part in ("--resolve", f"{here}:{there}")]


def test_no_text_of_a_site_steers_anything(tmp_path: Path) -> None:
    """Terminal, log, tables and files of a site that writes escapes, markup and formulas everywhere."""
    hostile: dict[str, Answer | list[Answer]] = {
        "/": answer(PAGE, server=BAD.encode().decode("latin-1").replace("\r", "")),
        "/robots.txt": answer(f"User-agent: *\nDisallow: /{BAD}\nSitemap: /{BAD}\n"),
        "/sitemap.xml": answer(f"<urlset><url><loc>/{BAD}</loc></url></urlset>", content_type="text/xml"),
        "*": redirect(f"/{BAD}".encode().decode("latin-1").replace("\r", "")),
    }
    listing, out = tmp_path / "sites.yaml", tmp_path / "out"
    name = json.dumps(BAD.replace("\x9b", "").replace("\x1b", "").replace("\x07", ""))
    with served(hostile) as server:
        listing.write_text(f"- {{id: jahat, url: 'http://jahat.test/', name: {name}}}\n")
        pace = ["--rate", "0", "--rate-per-address", "0"]
        done = webaudit(
            *("audit", listing, "--run", tmp_path / "run", "--out", out),
            *("--format=json", "--format=csv", "--format=markdown", "--format=junit", "--format=sarif"),
            *(
                "--format=earl",
                "--format=xlsx",
                "--format=terminal",
                *pace,
                *routes({"jahat.test": server.port}),
            ),
        )
    written = {path.name: path.read_bytes() for path in out.iterdir()}
    texts = {"stdout": done.stdout, "stderr": done.stderr}
    texts |= {name: data.decode("utf-8") for name, data in written.items() if not name.endswith(".xlsx")}
    cells = [
        cell
        for name, text in texts.items()
        if name.endswith(".csv")
        for row in csv.reader(text.removeprefix("\ufeff").splitlines())
        for cell in row
    ]
    book = openpyxl.load_workbook(out / "report.xlsx")

    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    (site,) = json.loads(texts["report.json"])["sites"]
    assert site["status"] == "reachable"
    for where, text in texts.items():
        plain = text.replace("\r\n", "\n") if where.endswith(".csv") else text
        assert not STEERING.search(plain), where
    assert cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert ElementTree.fromstring(texts["junit.xml"]).tag
    # Within code it is text: what a browser would run is what a reader of Markdown makes of it.
    assert "<script" not in MarkdownIt("gfm-like", {"linkify": False}).render(texts["report.md"])


def narrow() -> None:
    """64 descriptors and 1 GiB of address space."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def test_few_descriptors_and_little_memory(tmp_path: Path) -> None:
    """Healthy sites among those that reset and never end are found as with plenty of both."""
    good: dict[str, Answer | list[Answer]] = {"/": answer(html("/profil")), "/profil": answer(html("/"))}
    with ExitStack() as stack:
        kinds = {
            "baik": stack.enter_context(served(good)).port,
            "putus": stack.enter_context(served({"*": reset})).port,
            "tak-habis": stack.enter_context(served({"*": endless})).port,
        }
        servers = {f"{kind}-{number}.test": port for kind, port in kinds.items() for number in range(12)}
        listing, report = tmp_path / "sites.yaml", tmp_path / "report.json"
        listing.write_text("".join(f"- {{id: {host[:-5]}, url: 'http://{host}/'}}\n" for host in servers))
        done = subprocess.run(
            [
                *(WEBAUDIT, "audit", listing, "--run", tmp_path / "run", "--json", report, "--quiet"),
                *("--rate", "0", "--rate-per-address", "0", *routes(servers)),
            ],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            preexec_fn=narrow,
            env={**os.environ, "WEBAUDIT_LANG": "en"},
        )

    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    status = {site["id"]: site["status"] for site in json.loads(report.read_text("utf-8"))["sites"]}
    assert len(status) == 36
    assert all(status[f"baik-{number}"] == "reachable" for number in range(12))
    assert all(status[f"putus-{number}"] == "unreachable" for number in range(12))
