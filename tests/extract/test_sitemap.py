"""Sitemaps of all sorts, damaged ones included."""

import gzip
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.sitemap import MAX_ENTRIES, STEP_BYTES, SitemapFile, read_sitemap
from webaudit.model.evidence import SitemapEntry

BASE = "https://a.test/sitemap.xml"
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urls(data: str | bytes) -> list[str]:
    """What is listed, as paths."""
    text = data.encode() if isinstance(data, str) else data
    return [entry.url.removeprefix("https://a.test") for entry in read_sitemap(text, BASE).entries]


def test_whole() -> None:
    """Pages, with their dates as written, in order, each once."""
    data = f"""<?xml version="1.0"?><urlset {NAMESPACE}>
        <url><loc> https://a.test/b </loc><lastmod>2026-01-02</lastmod></url>
        <url><lastmod>kemarin</lastmod><loc>/a#c</loc></url><url><loc>https://a.test/b</loc></url></urlset>"""

    assert read_sitemap(data.encode(), BASE) == SitemapFile(
        (SitemapEntry("https://a.test/b", "2026-01-02"), SitemapEntry("https://a.test/a", "kemarin"))
    )


def test_index() -> None:
    """An index names further sitemaps."""
    data = (
        f"<sitemapindex {NAMESPACE}><sitemap><loc>/b.xml</loc><lastmod>x</lastmod></sitemap></sitemapindex>"
    )

    assert read_sitemap(data.encode(), BASE).children == ("https://a.test/b.xml",)


@pytest.mark.parametrize(
    ("data", "found", "problem"),
    [
        ("<urlset><url><loc>/a?x=1&y=2</loc></url></urlset>", ["/a?x=1&y=2"], "unescaped-ampersand"),
        ("<urlset><url><loc>/a?x=1&amp;y=2</loc></url></urlset>", ["/a?x=1&y=2"], None),
        ("\n\n<?xml version='1.0'?><urlset><url><loc>/a</loc></url></urlset>", ["/a"], None),
        ("<urlset><url><loc>/a</loc></url><url><lo", ["/a"], None),
        ("<urlset><url><loc>javascript:x</loc></url></urlset>", [], "bad-url"),
        ("https://a.test/a\n\nhttps://a.test/b\n", ["/a", "/b"], None),
        ("<urlset><url><loc>/&#xD83D;&#56832;</loc></url></urlset>", ["/%EF%BF%BD%EF%BF%BD"], None),
        (
            "<?xml version='1.0' encoding='UTF-7'?><urlset><url><loc>/+ACY-#xd800;</loc></url></urlset>",
            [],
            "broken-xml",
        ),
        ("<html><body>Halaman tidak ditemukan", [], "not-xml"),
        ("", [], "not-xml"),
        (
            "<rss><channel><link>/</link><item><link>/a</link><pubDate>x</pubDate></item></channel></rss>",
            ["/a"],
            None,
        ),
    ],
)
def test_damaged(data: str, found: list[str], problem: str | None) -> None:
    """What can be read of a damaged file is read, and the damage named."""
    assert urls(data) == found
    assert problem is None or problem in read_sitemap(data.encode(), BASE).problems


def test_gzip() -> None:
    """A packed file is unpacked, whatever its name."""
    data = b"<urlset><url><loc>/a</loc></url></urlset>"

    assert urls(gzip.compress(data)) == ["/a"]
    assert "broken-gzip" in read_sitemap(gzip.compress(data)[:-9], BASE).problems
    assert "too-large" in read_sitemap(gzip.compress(b"<urlset>" + bytes(30_000_000)), BASE).problems


def test_no_entities() -> None:
    """Entities are neither expanded nor fetched."""
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    found = urls(f"{bomb}<urlset><url><loc>/x&b;</loc></url><url><loc>/&c;</loc></url></urlset>")

    assert all("aaa" not in url and "root" not in url for url in found)


def test_too_many() -> None:
    """No more entries than the standard allows."""
    data = b"<urlset>" + b"".join(b"<url><loc>/%d</loc></url>" % number for number in range(MAX_ENTRIES + 10))
    file = read_sitemap(data + b"</urlset>", BASE)

    assert len(file.entries) == MAX_ENTRIES
    assert "too-large" in file.problems


def most_memory(data: bytes) -> int:
    """Bytes that Python and lxml take to read a sitemap, at most."""
    script = (
        "import resource, sys; from webaudit.extract.sitemap import read_sitemap\n"
        "data = sys.stdin.buffer.read()\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024\n"
        f"before = peak(); read_sitemap(data, {BASE!r}); print(peak() - before)"
    )
    return int(
        subprocess.run([sys.executable, "-c", script], input=data, capture_output=True, check=True).stdout
    )


@pytest.mark.parametrize("part", [b"<u/>", b"&", b"<!--x-->", b"/a\n"])
def test_flood(part: bytes) -> None:
    """Elements without end, ampersands, comments and lines do not take many times their own size."""
    start = b"http://a.test/\n" if part.startswith(b"/") else b"<urlset>"

    assert most_memory(start + part * (6_000_000 // len(part))) < 30_000_000


def test_reference_across_steps() -> None:
    """An ampersand is bare or not wherever the file is cut while it is read."""
    for blanks in range(STEP_BYTES - 40, STEP_BYTES):
        data = "<urlset>" + " " * blanks + "<url><loc>/a?b=1&amp;c=2&d=3</loc></url></urlset>"
        assert urls(data) == ["/a?b=1&c=2&d=3"]


SCRAPS = (
    b"&#xd800;",
    b"&#57343;",
    b"</loc>",
    b"<lastmod>",
    b"</url>",
    b"&",
    b"\0",
    b"\xed\xa0\x80",
    b"2026-01-01",
)


@given(st.binary(max_size=400) | st.lists(st.sampled_from(SCRAPS), max_size=20).map(b"".join))
def test_junk(data: bytes) -> None:
    """Whatever the bytes, nothing is raised."""
    read_sitemap(data, BASE)
    read_sitemap(b"<urlset><url><loc>" + data, BASE)
