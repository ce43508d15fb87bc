"""Where a page leads, for a crawl: read off its bytes, as a tree of all that it holds costs much more."""

import re
from dataclasses import dataclass, replace
from html import unescape
from html.entities import html5

from webaudit.extract.choose import hidden_ways
from webaudit.extract.flood import cut
from webaudit.extract.html import tree
from webaudit.extract.links import HREF_CHARACTERS, MOST_LINKS, ROOTED, absolute, links, origin
from webaudit.extract.source import HTML_BYTES, Source, source
from webaudit.extract.template import template
from webaudit.extract.text import folded
from webaudit.extract.urls import normalise
from webaudit.model.evidence import Exchange
from webaudit.model.page import Page
from webaudit.model.reading import Link, PageKind, Reading

Known = dict[str, set[bytes]]
"""Start tags of links that a crawl has met, as written, by the origin that they were resolved against."""

MOST_KNOWN = 5_000
"""Of one origin."""

KNOWN_BYTES = 300
"""A longer start tag is not remembered."""

TEXT_CHARACTERS = 80
"""Of a link: what it is about is said in few words, or not at all."""

INSIDE_BYTES = 2_000
"""Of what stands inside a link: an `a` that was never closed holds the whole page."""

AROUND_BYTES = 2_000
"""Of a start tag; and before a link, where a tag is looked for that is still open."""

# HTML, 13.2.5: tokens that are links, or that hide links: comments, and elements that hold text alone.
# Their first letters are looked at by themselves, as most tags are ruled out by them, in half the time.
_TOKEN = re.compile(
    rb"<(?=[abstxinp!?])(?:(?P<link>(?:a|area|base)[\s/][^<>]*+>?)|(?P<mark>[!?])"
    rb"|(?P<raw>script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)(?=[\s/>]))",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+>?", re.DOTALL)
_SHUT = {
    name: re.compile(rb"</" + name + rb"(?=[\s/>])", re.IGNORECASE)
    for name in (b"script", b"style", b"title", b"textarea", b"xmp", b"iframe", b"noembed", b"noframes")
}
_VALUE = rb"(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+)?+)"
_ATTRIBUTE = rb"[\s/]*+([^\s/>=]++)(?:\s*+=\s*+" + _VALUE + rb")?+"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_UNSHUT = re.compile(rb"<[^<>]*+(?=<|\Z)")
_OPENS = re.compile(rb"</?[a-z]", re.IGNORECASE)
_TAG = re.compile(rb"</?[a-z][^\s/>]*+(?:" + _ATTRIBUTE + rb")*+[\s/]*+>", re.IGNORECASE)
_NEXT = re.compile(rb"</?a[\s/>]", re.IGNORECASE)
_INNER = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(?P<silent>script|style|noscript|template)[\s/>].*?(?:</(?P=silent)[^>]*+>?|\Z)"
    rb"|<(?P<tag>[a-z][^\s/>]*+)(?P<rest>[^<>]*+)>?|</?[a-z!?/][^<>]*+>?",
    re.IGNORECASE | re.DOTALL,
)
_REFERENCE = re.compile(r"&(?:#[0-9a-z]++;?|[a-z][a-z0-9]*+(?:;|(?!=)))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leads:
    """What a crawl needs of a page.

    Attributes:
        reading: no text, no dates, and each linked address once, with a short text.
        ways: where the page leads if it has no links.
        whole: False if only the tree tells, of a page of XML, or without links.
        template: digest of its skeleton; empty if it was not asked for.
    """

    reading: Reading
    ways: tuple[str, ...] = ()
    whole: bool = True
    template: str = ""


def read_leads(exchange: Exchange, html_bytes: int = HTML_BYTES, *, templates: bool = False) -> Leads | None:
    """Read where the page that an answer carries leads to, off its tree if need be; None if it carries none.

    Args:
        html_bytes: of the decoded body that are read.
        templates: tell the template of a page of content.
    """
    leads = skim_leads(exchange, html_bytes, templates=templates)
    if leads is None or leads.whole:
        return leads
    found = source(exchange, html_bytes)
    assert found is not None
    return replace(_off_the_tree(exchange, found, leads.reading), template=leads.template)


def skim_leads(
    exchange: Exchange, html_bytes: int = HTML_BYTES, known: Known | None = None, *, templates: bool = False
) -> Leads | None:
    """The same without a parser: not whole where it takes one.

    Its kind is told by the status alone; what a page turned out to be is for the judging.

    Args:
        html_bytes: of the decoded body that are read.
        known: links that the crawl has met, and that are left out; those of a page of content are added.
        templates: tell the template of a page of content.
    """
    found = source(exchange, html_bytes)
    if found is None:
        return None
    leads = _leads(exchange, found, known)
    if templates and found.utf8 is not None and leads.reading.kind is PageKind.CONTENT:
        return replace(leads, template=template(found.utf8))
    return leads


def _leads(exchange: Exchange, found: Source, known: Known | None) -> Leads:
    if found.utf8 is None:
        return Leads(Reading(exchange.url, exchange.status, PageKind.NOT_HTML))
    content = exchange.status is not None and exchange.status < 400
    reading = Reading(
        exchange.url, exchange.status, PageKind.CONTENT if content else PageKind.ERROR, links=()
    )
    if not found.xml:
        new, has_links = _scan(cut(found.utf8), exchange.url, known if content and known is not None else {})
        if has_links:
            return Leads(replace(reading, links=new))
    return Leads(reading, whole=False)


def slim(reading: Reading) -> Reading:
    """What a crawl needs of a reading: each linked address once, with a short text; no text, no dates."""
    found: dict[str, Link] = {}
    for link in reading.links:
        if link.url and link.url not in found:
            found[link.url] = Link("", link.url, link.text[:TEXT_CHARACTERS])
    return replace(reading, text="", dates=(), links=tuple(found.values()))


def _off_the_tree(exchange: Exchange, found: Source, reading: Reading) -> Leads:
    """The same of a page of XML, and of one without links, which may lead on by its frames."""
    root = tree(found)
    if root is None:
        return Leads(replace(reading, kind=PageKind.NOT_HTML))
    reading = slim(replace(reading, links=links(root, exchange.url)))
    return Leads(reading, () if reading.links else hidden_ways(Page(exchange, root, reading)))


def _scan(utf8: bytes, url: str, known: Known) -> tuple[tuple[Link, ...], bool]:
    """The links that are new, and whether there is any link at all."""
    base, start = url, origin(url) or url
    met = known.setdefault(start, set())
    found: dict[str, Link] = {}
    has_links = False
    at = sure = 0
    while (token := _TOKEN.search(utf8, at)) is not None:
        begin, at = token.span()
        written = token["link"]
        if written in met:
            has_links = True
            continue
        if (end := _end_of_open_tag(utf8, sure, begin)) is not None:
            # It stands in the value of an attribute, and is none.
            at = sure = end
            continue
        if written is None:
            end = _end_of_what_hides(utf8, token)
            if end is None:
                break
            at = sure = end
            continue
        if not written.endswith(b">") or written.count(b'"') % 2 or written.count(b"'") % 2:
            # A sign that ends tags stands in a value.
            whole = _TAG.match(utf8, begin, begin + AROUND_BYTES)
            at = sure = whole.end() if whole else begin + AROUND_BYTES
            if whole is None:
                continue
            written = whole[0][1:]
        sure = at
        said = _values(written)
        if b"href" not in said:
            continue
        href = _decoded(said[b"href"]).strip()[:HREF_CHARACTERS]
        if written[:4].lower() == b"base":
            if base == url:
                base = normalise(href, url) or url
                start = origin(base) or base
                met = known.setdefault(start, set())
            continue
        has_links = True
        if href.startswith("#") and base == url:
            continue
        rooted = href.startswith(ROOTED)
        target = absolute(href, start if rooted else base)
        if (rooted or not target) and len(written) <= KNOWN_BYTES and len(met) < MOST_KNOWN:
            met.add(written)
        if target and target not in found:
            is_area = written[:4].lower() == b"area"
            found[target] = Link("", target, _text(said, b"" if is_area else utf8[at : at + INSIDE_BYTES]))
            if len(found) == MOST_LINKS:
                break
    return tuple(found.values()), has_links


def _end_of_open_tag(utf8: bytes, sure: int, at: int) -> int | None:
    """Where the tag ends that is open at a place, or a part of it if it is long; None if none is.

    Args:
        sure: no tag is open there.
    """
    start = max(sure, at - AROUND_BYTES)
    if _UNSHUT.search(utf8, start, at) is None:
        # Every sign that begins a tag has one behind it that ends it, as nearly always.
        return None
    begin = utf8.find(b"<", start, at)
    while begin >= 0:
        next_one = utf8.find(b"<", begin + 1, at)
        until = at if next_one < 0 else next_one
        if utf8.find(b">", begin, until) < 0 and _OPENS.match(utf8, begin):
            tag = _TAG.match(utf8, begin, begin + AROUND_BYTES)
            end = tag.end() if tag else begin + AROUND_BYTES
            if end > at:
                return end
            next_one = utf8.find(b"<", end, at)
        begin = next_one
    return None


def _end_of_what_hides(utf8: bytes, token: re.Match[bytes]) -> int | None:
    """Where a comment, or an element that holds text alone, ends; None if it does not."""
    if token["raw"] is None:
        comment = _COMMENT.match(utf8, token.start())
        return comment.end() if comment else token.end()
    shut = _SHUT.get(token["raw"].lower())
    end = shut.search(utf8, token.end()) if shut else None
    return end.start() if end else None


def _values(tag: bytes) -> dict[bytes, bytes]:
    """The attributes of a start tag that say something; of two of one name the first."""
    said: dict[bytes, bytes] = {}
    for name, double, single, bare in _ATTRIBUTES.findall(tag):
        said.setdefault(name.lower(), double or single or bare)
    return said


def _decoded(value: bytes) -> str:
    """The value of an attribute, its references resolved (HTML, 13.2.5.73: `?a&copy=b` holds none)."""
    text = value.decode("utf-8", "replace")
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
    name = reference[0][1:]
    return unescape(reference[0]) if name.startswith("#") else html5.get(name, reference[0])


def _text(said: dict[bytes, bytes], inside: bytes) -> str:
    """What a link says in any way, each thing once.

    Args:
        said: attributes of the link.
        inside: what follows its start tag.
    """
    end = _NEXT.search(inside)
    inside = inside[: end.start()] if end else inside
    texts = [_decoded(said.get(name, b"")) for name in (b"aria-label", b"title", b"alt")]
    if b"<" in inside:
        for part in _INNER.finditer(inside):
            if part["tag"]:
                own = _values(part["rest"])
                is_image = part["tag"].lower() == b"img"
                value = own.get(b"alt") if is_image else own.get(b"aria-label") or own.get(b"title")
                texts.append(_decoded(value or b""))
        inside = _INNER.sub(b"", inside)
    texts.insert(0, unescape(inside.decode("utf-8", "replace")))
    kept: dict[str, str] = {}
    for text in texts:
        if plain := folded(text):
            kept.setdefault(plain.lower(), plain)
    return " ".join(kept.values())[:TEXT_CHARACTERS]
