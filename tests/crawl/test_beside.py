"""What stands beside the pages (style sheets, feeds, documents, security.txt) and is hostile on the wire."""

import gzip
import zlib

import pytest

from tests.crawl.judged import QUICK, judge
from tests.crawl.servers import PROBES, Answer, after, answer, endless, html, redirect, reset, stall
from webaudit.model.evidence import Purpose

pytestmark = pytest.mark.network

MOST_BYTES = 3_100_000
"""Of any one of them that are kept."""

PATHS = {
    "sheet": ("/a.css", Purpose.STYLE),
    "feed": ("/feed/", Purpose.FEED),
    "document": ("/dpa.pdf", Purpose.DOCUMENT),
}
HEAD = (
    "<!doctype html><html lang=id><link rel=stylesheet href=/a.css>"
    '<link rel=alternate type="application/rss+xml" href=/feed/>'
)
ZEROS = gzip.compress(bytes(30_000_000))
WAYS: dict[str, Answer] = {
    "stall": stall,
    "reset": reset,
    "endless": endless,
    "body that stalls": after(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n%PDF-1.7 <rss>p{"),
    "redirects to itself": redirect("/a.css"),
    "server error": answer("", 500),
    "bomb": answer(ZEROS, content_encoding="gzip"),
    "bomb in a bomb": answer(gzip.compress(ZEROS), content_encoding="gzip, gzip"),
    "broken coding": answer(zlib.compress(b"p{}"), content_encoding="gzip"),
    "empty": answer(""),
    "a page": answer(html()),
    "binary": answer(bytes(range(256)) * 50),
    "floods": answer("@import 'a.css';" * 5_000 + "a{" * 30_000 + "<rss><item>" * 30_000),
    "entities": answer(
        '<!DOCTYPE r [<!ENTITY a "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&a;&x;'
    ),
    "PDF bomb": answer(
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj trailer<</Root 1 0 R/Prev 9>>"
        + b"startxref\n9\n" * 1_000
    ),
}


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("way", WAYS)
def test_costs_itself_alone(kind: str, way: str) -> None:
    """Whatever a file beside the pages does: within time and size, and the site with its pages is judged."""
    path, purpose = PATHS[kind]
    home = answer(HEAD + html("/profil", "/dpa.pdf|Dokumen Pelaksanaan Anggaran 2026"))
    sound = {"/": home, "/profil": answer(html("/", title="Profil")), "*": answer("", 404)}
    seen = judge(
        {**sound, path: WAYS[way]}, budget=QUICK, probes=(*PROBES, "Documents", "Feeds", "StyleSheets")
    )
    asked = [one for one in seen.kept if one.purpose is purpose]

    assert (seen.status, seen.reason) == ("reachable", None)
    assert seen.assessment.crawl.pages == 2
    assert seen.assessment.faults == ()
    assert asked
    assert all(len(one.body) <= MOST_BYTES for one in asked)
