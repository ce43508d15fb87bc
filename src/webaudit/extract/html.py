"""Page: an answer's bytes, decoded, parsed once and read. Nothing in here raises, whatever the bytes."""

import re
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, xhtml_to_html

from webaudit.extract.dates import dates_beside
from webaudit.extract.documents import page_documents
from webaudit.extract.flood import cut, has_attribute_flood
from webaudit.extract.hidden import unseen
from webaudit.extract.kinds import page_kind
from webaudit.extract.links import links
from webaudit.extract.metas import metas
from webaudit.extract.own import own_content
from webaudit.extract.page_proofs import is_wanted, page_proofs
from webaudit.extract.references import without_surrogates
from webaudit.extract.source import HTML_BYTES, Source, source
from webaudit.extract.text import folded, shown
from webaudit.model.evidence import Exchange
from webaudit.model.page import Page
from webaudit.model.reading import PageKind, Reading

TEXT_CHARACTERS = 50_000
TITLE_CHARACTERS = 500

# Comments and processing instructions are left out, so that every node of the tree is an element. Below 256
# levels libxml2 ends the tree: the guard against floods of open tags.
_HTML = etree.HTMLParser(
    encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
)
_XHTML = etree.XMLParser(
    encoding="utf-8",
    recover=True,
    huge_tree=False,
    no_network=True,
    resolve_entities=False,
    load_dtd=False,
    remove_comments=True,
    remove_pis=True,
)
for _parser in (_HTML, _XHTML):
    # lxml.html's own look-up runs in Python for each element: as long as parsing takes.
    _parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))


def read_page(exchange: Exchange, html_bytes: int = HTML_BYTES, *, brief: bool = False) -> Page | None:
    """Read the page that an answer carries; None if it carries none.

    A redirect carries none, nor does what is not HTML. What is declared to be HTML and is something else (a
    PDF file), cannot be decoded, or holds a tag with more than `MOST_ATTRIBUTES` attributes, is a page of the
    kind `NOT_HTML` with a bare html element.

    Args:
        html_bytes: of the decoded body that are read.
        brief: leave out dates, documents and proofs, which take a third of the time.
    """
    found = source(exchange, html_bytes)
    if found is None:
        return None
    root = tree(found)
    if root is None or found.utf8 is None:
        return _unread(exchange)
    return _read(exchange, root, found, brief=brief)


def tree(found: Source) -> HtmlElement | None:
    """The html element of a page, bounded; None if it is not to be parsed."""
    if found.utf8 is None or has_attribute_flood(found.utf8):
        return None
    return parse(cut(found.utf8), xml=found.xml)


def _read(exchange: Exchange, root: HtmlElement, found: Source, *, brief: bool) -> Page:
    """A page that was parsed."""
    assert found.utf8 is not None
    url, title = exchange.url, _title(root)
    walked = tuple(root.iter())
    seen = shown(root, walked)
    out_of_sight = unseen(seen)
    kind = page_kind(exchange.status, url, title, seen.text, seen.words, root, exchange.headers)
    if kind is PageKind.EMPTY and not found.whole:
        # What was cut off may hold all that there is.
        kind = PageKind.CONTENT
    reading = Reading(
        url=url,
        status=exchange.status,
        kind=kind,
        title=title,
        description=next((said for said in metas(root.iter("meta")).get("description", ()) if said), ""),
        language=(root.get("lang") or "").strip()[:100],
        text=seen.text[:TEXT_CHARACTERS],
        words=seen.words,
        links=links(root, url, out_of_sight),
        digest=exchange.digest,
    )
    if not brief:
        proofs = page_proofs(root, url, title, out_of_sight, seen.runs)
        # Most pages have no microdata, and the search for it is the dearest of all.
        microdata = b"itemprop" in found.utf8
        reading = replace(
            reading,
            dates=dates_beside(root, url, exchange.started_at, seen.runs, microdata=microdata),
            proofs=proofs,
            own=own_content(root, seen.runs) if is_wanted(proofs) else None,
            documents=page_documents(root, url, title, reading.links, out_of_sight),
        )
    return Page(exchange, root, reading, walked=walked, runs=seen.runs, left_out=seen.left_out)


def _unread(exchange: Exchange) -> Page:
    reading = Reading(exchange.url, exchange.status, PageKind.NOT_HTML, digest=exchange.digest)
    return Page(exchange, _bare(), reading)


_SHUT = re.compile(
    rb"<(?:[aA]|[hH][1-6]|body|BODY|button|BUTTON|label|LABEL|html|head)(?:/|\s[^<>]*+(?<=[\s\"']/))>"
)
"""`<body/>`, `<a href="/"/>`: to browsers the slash is nothing, and what follows stands within."""

_SLASH = re.compile(rb"/>")


def parse(utf8: bytes, *, xml: bool = False) -> HtmlElement:
    """The html element of a page in UTF-8; a bare one if nothing can be made of it."""
    root = _tree(without_surrogates(utf8), _XHTML) if xml else None
    if root is not None:
        xhtml_to_html(root)
    if root is None or root.tag != "html":
        root = _tree(_left_open(utf8), _HTML)
    return root if root is not None and root.tag == "html" else _bare()


def _left_open(utf8: bytes) -> bytes:
    """The page with blanks for such slashes; looked for from the slash, as few tags have one."""
    found, since = [], 0
    for slash in _SLASH.finditer(utf8):
        at, end = slash.span()
        start = utf8.rfind(b"<", since, at)
        if start >= 0 and _SHUT.match(utf8, start, end):
            found.append(at)
        since = end
    if not found:
        return utf8
    page = bytearray(utf8)
    for at in found:
        page[at : at + 1] = b" "
    return bytes(page)


def _tree(utf8: bytes, parser: etree.HTMLParser | etree.XMLParser) -> HtmlElement | None:
    try:
        root = etree.fromstring(utf8, parser)
    except (etree.LxmlError, ValueError):
        return None
    # A body without any element gives None, whatever the stubs say.
    return root if isinstance(root, HtmlElement) else None


def _bare() -> HtmlElement:
    return _HTML.makeelement("html")  # type: ignore[return-value]


def _title(root: HtmlElement) -> str:
    head = root.find("head")
    title = head.find("title") if head is not None else None
    if title is None:
        # A browser takes the first title of the document, wherever, but for those of drawings.
        title = next(
            (one for one in root.iter("title") if next(one.iterancestors("svg"), None) is None), None
        )
    return folded((title.text or "")[: 4 * TITLE_CHARACTERS])[:TITLE_CHARACTERS] if title is not None else ""
