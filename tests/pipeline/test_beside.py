"""A body that kills, holds up or bloats whoever parses it while a site is captured costs its page alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawl.servers import answer, html, served
from webaudit.model.record import Failure, FailureReason
from webaudit.pipeline.run import plans
from webaudit.store.run import RunFolder

pytestmark = pytest.mark.network

# Loaded by each process of Python that starts, that of the command too.
DEADLY = """
import os, signal, time
from lxml import etree

def hang():
    time.sleep(600)

def hang_deaf():
    signal.pthread_sigmask(signal.SIG_BLOCK, {{signal.SIGALRM}})
    hang()

DEEDS = {{"abort": os.abort, "hang": hang, "hang_deaf": hang_deaf, "eat": lambda: bytearray(64 << 30)}}
parse, Puller = etree.fromstring, etree.XMLPullParser

def fromstring(data, parser=None):
    if b"DEADLY" in data:
        DEEDS["{deed}"]()
    return parse(data, parser)

class XMLPullParser(Puller):
    def feed(self, data):
        if b"DEADLY" in data:
            DEEDS["{deed}"]()
        return super().feed(data)

etree.fromstring, etree.XMLPullParser = fromstring, XMLPullParser
"""
COMMAND = """
from webaudit.pipeline import beside
from webaudit.cli import main
beside.READ_SECONDS = 2.0
if __name__ == "__main__":
    main()
"""
GOOD = {
    "/": answer(html("/profil")),
    "/profil": answer(html("/", "/layanan")),
    "/layanan": answer(html("/")),
    "/robots.txt": answer("", 404),
    "/sitemap.xml": answer("<urlset><url><loc>/berita</loc></url></urlset>", content_type="text/xml"),
    "/berita": answer(html("/")),
}
WORSE = {
    "home": {"/": answer("<!-- DEADLY -->" + html("/profil"))},
    # A page without links: only its tree tells where it leads.
    "page": {"/profil": answer("<html><p>DEADLY")},
    "map": {"/sitemap.xml": answer("<urlset><!-- DEADLY --></urlset>", content_type="text/xml")},
    "good": {},
}


@pytest.mark.parametrize(("deed", "jobs"), [("abort", "1"), ("hang", "1"), ("eat", "1"), ("hang_deaf", "2")])
def test_costs_itself_alone(deed: str, jobs: str, tmp_path: Path) -> None:
    """The home page's site is our fault, the page and the sitemap are lost, all else is captured."""
    (tmp_path / "sitecustomize.py").write_text(DEADLY.format(deed=deed))
    (tmp_path / "command.py").write_text(COMMAND)
    with (
        served({**GOOD, **WORSE["home"]}) as home,
        served({**GOOD, **WORSE["page"]}) as page,
        served({**GOOD, **WORSE["map"]}) as sitemap,
        served(GOOD) as good,
    ):
        ports = dict(zip(WORSE, (home.port, page.port, sitemap.port, good.port), strict=True))
        listing = tmp_path / "sites.yaml"
        listing.write_text("".join(f"- {{id: {name}, url: 'http://{name}.test/'}}\n" for name in ports))
        options = [part for n, p in ports.items() for part in ("--resolve", f"{n}.test:80:127.0.0.1:{p}")]
        options += [part for n in ports for part in ("--resolve", f"{n}.test:443:127.0.0.1:1")]
        done = subprocess.run(
            [
                *(sys.executable, tmp_path / "command.py", "capture", listing, "--run", tmp_path / "run"),
                *(*options, "--rate", "0", "--rate-per-address", "0", "--quiet", "--jobs", jobs),
            ],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={**os.environ, "PYTHONPATH": str(tmp_path), "WEBAUDIT_LANG": "en"},
        )
    run = RunFolder.open(tmp_path / "run")
    seen = {plan.site.id: run.snapshot(plan) for plan in plans(run)}
    pages = {name: {exchange.url for exchange in one.exchanges} for name, one in seen.items()}

    assert done.returncode == 0, done.stderr
    assert "leaked" not in done.stderr
    lost = seen["home"].records["Home"], seen["map"].records["Sitemaps"]
    assert all(isinstance(one, Failure) and one.reason is FailureReason.AUDITOR_ERROR for one in lost)
    assert "unread" in seen["page"].limits
    assert "http://page.test/berita" in pages["page"]
    assert "http://map.test/layanan" in pages["map"]
    assert {f"http://good.test{path}" for path in GOOD} <= pages["good"]
    assert seen["good"].limits == ()
