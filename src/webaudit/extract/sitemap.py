"""What a sitemap lists (sitemaps.org 0.9): XML, an index of others, a feed, or plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from webaudit.extract.body import GZIP_MAGIC, gunzip
from webaudit.extract.references import without_surrogates
from webaudit.extract.urls import normalise
from webaudit.model.evidence import SitemapEntry

MAX_ENTRIES = 50_000
"""Of one file (sitemaps.org)."""

MAX_CHILDREN = 1_000
MAX_BYTES = 10_000_000
"""Of one file, before unpacking and after: 50,000 entries take about 5 MB."""

STEP_BYTES = 65_536
LONGEST_REFERENCE = 12

_PAGES = ("url", "item", "entry")
_DATES = ("lastmod", "pubdate", "updated", "published")
_KNOWN = (*_PAGES, "sitemap", "urlset", "sitemapindex", "rss", "feed")

_BARE_AMPERSAND = re.compile(rb"&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{1,10});)")
_WORD = re.compile(rb"\S+")
_TEXT_URL = re.compile(rb"^\s*https?://\S+\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """One sitemap file.

    Attributes:
        entries: pages, in order, each once, with normalised URLs.
        children: normalised URLs of further sitemaps.
        problems: codes: "not-xml", "unescaped-ampersand", "broken-gzip", "broken-xml", "too-large",
            "bad-url".
    """

    entries: tuple[SitemapEntry, ...] = ()
    children: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def read_sitemap(data: bytes, base_url: str) -> SitemapFile:
    """What a sitemap's bytes list; never raises.

    Args:
        data: after content decoding; a gzip file (`sitemap.xml.gz`) is unpacked here.
        base_url: of the file, for relative addresses.
    """
    problems: list[str] = []
    if data.startswith(GZIP_MAGIC):
        body = gunzip(data, MAX_BYTES)
        data = body.data
        problems += ["broken-gzip"] if body.failure else []
        problems += ["too-large"] if body.truncated else []
    if len(data) > MAX_BYTES:
        data = data[:MAX_BYTES]
        problems.append("too-large")
    data = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.startswith(b"<"):
        if not _TEXT_URL.search(data[:100_000]):
            return SitemapFile(problems=(*problems, "not-xml"))
        lines = islice(_WORD.finditer(data), MAX_ENTRIES + 1)
        pairs = [(line[0].decode("utf-8", "replace"), "") for line in lines]
        problems += ["too-large"] if len(pairs) > MAX_ENTRIES else []
        return _file(pairs, [], problems, base_url)
    try:
        return _file(*_read_xml(data, problems), problems, base_url)
    except UnicodeDecodeError:
        # It is in a code, as UTF-7, that hides from us what is no character.
        return SitemapFile(problems=(*problems, "broken-xml"))


def _read_xml(data: bytes, problems: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Pairs of address and date, and the addresses of further sitemaps; faults go to `problems`."""
    pairs: list[tuple[str, str]] = []
    children: list[str] = []
    known = False
    address = lastmod = ""
    for qualified, element in ended_elements(data, problems):
        namespace, _, tag = qualified.rpartition("}")
        name = tag.lower()
        known = known or name in _KNOWN
        if name == "loc" and "image" not in namespace and "video" not in namespace:
            address = (element.text or "").strip()
        elif name == "link":
            address = (element.text or element.get("href") or "").strip()
        elif name in _DATES:
            lastmod = lastmod or (element.text or "").strip()[:64]
        elif name in _PAGES or name == "sitemap":
            if address and name == "sitemap":
                children.append(address)
            elif address:
                pairs.append((address, lastmod))
            address = lastmod = ""
            if len(pairs) > MAX_ENTRIES or len(children) > MAX_CHILDREN:
                problems.append("too-large")
                break
    if not known:
        problems.append("not-xml")
    return pairs, children


def ended_elements(data: bytes, problems: list[str]) -> Iterator[tuple[str, etree._Element]]:
    """Names and elements of an XML document, each when it ends; no entity of its own is resolved.

    Args:
        problems: codes of its faults are added.
    """
    parser = etree.XMLPullParser(
        events=("end",),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for step in _mended(data, problems):
            parser.feed(step)
            for _, element in parser.read_events():
                # What ended before is dropped: the tree of a large file would be twenty times its size.
                before = element.getprevious()
                if before is not None and (parent := before.getparent()) is not None:
                    parent.remove(before)
                if isinstance(element.tag, str):
                    yield element.tag, element
        parser.close()
    except (etree.LxmlError, ValueError):
        problems.append("broken-xml")


def _mended(data: bytes, problems: list[str]) -> Iterator[bytes]:
    """The document in steps, its bare ampersands escaped, its halves of characters replaced.

    lxml's recovery turns `?a=1&b=2` into `?a=1=2` without a word.
    """
    at = 0
    while at < len(data):
        step = data[at : at + STEP_BYTES]
        if at + STEP_BYTES < len(data) and (cut := step.rfind(b"&", -LONGEST_REFERENCE)) > 0:
            # It may be the beginning of a reference that the next step ends.
            step = step[:cut]
        at += len(step)
        if b"&" in step:
            step, mended = _BARE_AMPERSAND.subn(b"&amp;", without_surrogates(step))
            if mended and "unescaped-ampersand" not in problems:
                problems.append("unescaped-ampersand")
        yield step


def _file(
    pairs: list[tuple[str, str]], children: list[str], problems: list[str], base_url: str
) -> SitemapFile:
    """The file, its addresses normalised, each once."""
    entries: dict[str, str] = {}
    for written, lastmod in pairs[:MAX_ENTRIES]:
        url = normalise(written, base_url)
        if url is None:
            problems.append("bad-url")
        else:
            entries.setdefault(url, lastmod)
    urls = (normalise(written, base_url) for written in children[:MAX_CHILDREN])
    return SitemapFile(
        entries=tuple(SitemapEntry(url, lastmod) for url, lastmod in entries.items()),
        children=tuple(dict.fromkeys(url for url in urls if url)),
        problems=tuple(dict.fromkeys(problems)),
    )
