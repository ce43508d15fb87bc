"""What stands beside pages: style sheets, feeds, documents, security.txt."""

import gzip
from collections.abc import Iterator

from hostile_bed.bed import HEAD, ZEROS, Bed, coded, drip, repeat, site
from tests.crawl.servers import Answer, after, answer, endless, html, redirect, reset, stall
from webaudit.demo.publications import tagged

_HEAD = (
    "<!doctype html><html lang=id><link rel=stylesheet href=/a.css>"
    '<link rel=alternate type="application/rss+xml" href=/feed/>'
)
_PATHS = {
    "sheet": "/a.css",
    "feed": "/feed/",
    "document": "/dpa.pdf",
    "security-txt": "/.well-known/security.txt",
}


def files() -> Iterator[Bed]:
    """Each kind, hostile in each way; all else is sound."""
    bomb = gzip.compress(ZEROS)
    ways: dict[str, Answer] = {
        "stall": stall,
        "reset": reset,
        "endless": endless,
        "repeats": repeat(b"<item><link>/a</link>p{color:red}%PDF-", HEAD + b"\r\n"),
        "trickle": drip(HEAD + b"\r\n%PDF-1.7 <rss>p{"),
        "cut": after(HEAD + b"Content-Length: 9000\r\n\r\n%PDF-1.7 <rss>p{"),
        "bomb": coded("gzip", bomb),
        "bomb-twice": coded("gzip, gzip", gzip.compress(bomb)),
        "loop": redirect("/a.css"),
        "inward": redirect("http://10.0.0.1/"),
        "floods": answer("@import 'a.css';" * 50_000 + "a{" * 300_000 + "<rss><item>" * 100_000),
        "references": answer(b"%PDF-1.7\n" + b"1 0 obj<</Prev 1 0 R>>endobj\n" * 90_000),
        "starts": answer(b"%PDF-1.7\n" + b"startxref\n9\n" * 250_000),
        "selectors": answer(":not(" * 20_000 + "a b c d e f g * * * * * {color:red}" * 10_000),
    }
    for kind, path in _PATHS.items():
        for name, what in ways.items():
            home = answer(_HEAD + html("/profil", "/layanan", "/dpa.pdf|DPA 2026"))
            sound = {**site(home), "/dpa.pdf": answer(tagged("DPA 2026"), content_type="application/pdf")}
            yield Bed("files", f"{kind}-{name}", {**sound, path: what})
    for name, body in {"nothing": "", "blanks": " \n" * 99, "bare": "<html></html>"}.items():
        yield Bed("files", f"blank-{name}", site(answer(body)))
