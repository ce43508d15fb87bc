"""Page: an answer's bytes, decoded, parsed once and read. Nothing in here raises, whatever the bytes."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement, xhtml_to_html

from webaudit.extract.body import decode_body
from webaudit.extract.dates import dates_beside
from webaudit.extract.documents import page_documents
from webaudit.extract.hidden import unseen
from webaudit.extract.kinds import page_kind
from webaudit.extract.links import links
from webaudit.extract.metas import metas
from webaudit.extract.own import own_content
from webaudit.extract.page_proofs import is_wanted, page_proofs
from webaudit.extract.references import without_surrogates
from webaudit.extract.text import folded, shown
from webaudit.model.evidence import Exchange
from webaudit.model.page import Page
from webaudit.model.reading import PageKind, Reading

HTML_BYTES = 4_000_000
"""Of a page's decoded body, what is read; the rest is cut off before it is parsed."""

TEXT_CHARACTERS = 50_000
TITLE_CHARACTERS = 500

MOST_ATTRIBUTES = 1_000
"""A body with a tag that has more is not parsed: lxml's time grows with their square (100,000 take 39 s)."""

MOST_TAGS = 100_000
"""Of a page that are parsed, comments and all; the rest is cut off: 150,000 elements may take 100 MB."""

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

_WITHOUT_CONTENT = (204, 205, 300, 304)
"""Statuses of answers that carry no page; 300 carries a choice of several."""

_IS_HTML = ("text/html", "application/xhtml+xml")
_UNSAID = ("", "text/plain", "application/octet-stream", "binary/octet-stream", "unknown/unknown", "*/*")
_UNSAID_XML = ("text/xml", "application/xml")

# WHATWG MIME Sniffing, 7.1: how an unlabelled answer shows that it is HTML.
_LOOKS_LIKE_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]{0,200}>\s*+)?+(?:<!--(?:[^-]|-(?!->)){0,2000}+-->\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta)[\s>/]",
    re.IGNORECASE,
)
_MAGIC = (
    *(b"%PDF-", b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b\x08", b"RIFF"),
    *(b"\xd0\xcf\x11\xe0", b"Rar!", b"wOF"),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")

# WHATWG Encoding, 4.2: what a label means; Python's own codecs know more names, some of which are no text.
_CODECS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(
        (
            *(
                "ansi_x3.4-1968",
                "ascii",
                "cp1252",
                "cp819",
                "csisolatin1",
                "ibm819",
                "iso-8859-1",
                "iso-ir-100",
            ),
            *("iso8859-1", "iso88591", "iso_8859-1", "l1", "latin1", "latin-1", "us-ascii", "windows-1252"),
            "x-cp1252",
        ),
        "cp1252",
    ),
    **{f"windows-{page}": f"cp{page}" for page in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258)},
    **{f"cp{page}": f"cp{page}" for page in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 866)},
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **dict.fromkeys(("iso-8859-9", "latin5", "l5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874", "dos-874"), "cp874"),
    **dict.fromkeys(("gbk", "gb2312", "gb_2312-80", "gb18030", "x-gbk", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "ms_kanji", "windows-31j", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    "iso-2022-jp": "iso2022_jp",
    **dict.fromkeys(("euc-kr", "korean", "ks_c_5601-1987", "windows-949"), "cp949"),
    **dict.fromkeys(("koi8-r", "koi8", "koi"), "koi8-r"),
    **dict.fromkeys(("koi8-u", "koi8-ru"), "koi8-u"),
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman"), "mac-roman"),
    **dict.fromkeys(("utf-16", "utf-16le", "ucs-2", "unicode", "csunicode"), "utf-16-le"),
    "utf-16be": "utf-16-be",
}
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


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


@dataclass(frozen=True, slots=True)
class Source:
    """What a page is made of.

    Attributes:
        utf8: None if it is no text, or could not be decoded.
        xml: it is to be parsed as XML.
        whole: nothing of it was cut off.
    """

    utf8: bytes | None
    xml: bool = False
    whole: bool = True


def source(exchange: Exchange, html_bytes: int = HTML_BYTES) -> Source | None:
    """Read the page that an answer carries, not yet parsed; None if it carries none."""
    status = exchange.status
    if (
        status is None
        or status < 200
        or (300 <= status < 400 and exchange.header("location"))
        or status in _WITHOUT_CONTENT
    ):
        return None
    media, charset = _content_type((exchange.header("content-type") or "")[:500])
    if media and media not in _IS_HTML + _UNSAID + _UNSAID_XML:
        return None
    body = decode_body(exchange, html_bytes)
    data = body.data[:html_bytes]
    whole = body.failure is None and not body.truncated
    if not media and whole and not data.strip():
        # Nothing, of no type: a browser shows a blank page.
        return Source(b"")
    if media not in _IS_HTML and not _LOOKS_LIKE_HTML.match(data):
        return None
    if (body.failure is not None and not data) or data.startswith(_MAGIC):
        return Source(None)
    utf8 = _utf8(data, charset)
    if _is_binary(utf8):
        return Source(None)
    xml = media == "application/xhtml+xml" or (
        media in _UNSAID_XML and b"http://www.w3.org/1999/xhtml" in utf8
    )
    return Source(utf8, xml, whole and not is_tag_flood(utf8))


def tree(found: Source) -> HtmlElement | None:
    """The html element of a page, bounded; None if it is not to be parsed."""
    if found.utf8 is None or has_attribute_flood(found.utf8):
        return None
    return parse(cut(found.utf8), xml=found.xml)


def cut(utf8: bytes) -> bytes:
    """A body up to as many tags as are read."""
    return utf8[: _nth_tag(utf8, MOST_TAGS)] if is_tag_flood(utf8) else utf8


def is_tag_flood(utf8: bytes) -> bool:
    """Whether a body has more tags than are parsed."""
    return len(utf8) > 3 * MOST_TAGS and utf8.count(b"<") > MOST_TAGS


def _nth_tag(utf8: bytes, number: int) -> int:
    """Where a body's n-th tag begins, nearly: no later, and at most a few kilobytes earlier."""
    at = 0
    for step in (65_536, 4_096):
        while at < len(utf8) and (many := utf8.count(b"<", at, at + step)) <= number:
            number -= many
            at += step
    return utf8.rfind(b">", 0, at) + 1 or at


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


# A server says the same of page after page.
@lru_cache(maxsize=64)
def _content_type(value: str) -> tuple[str, str]:
    """The media type and the charset that a header names, in lower case."""
    media, _, parameters = value.lower().partition(";")
    # A list of types is no type; the last one counts, says the Fetch standard.
    media = media.rsplit(",", 1)[-1].strip()
    named = re.search(r"charset\s*=\s*[\"']?\s*([^\"';,\s]+)", parameters)
    return (media if "/" in media else ""), (named[1] if named else "")


def _utf8(data: bytes, charset: str) -> bytes:
    """The body in UTF-8, without mark and NUL: by its mark, the header, the meta element, or as UTF-8."""
    mark, codec = next((known for known in _MARKS if data.startswith(known[0])), (b"", ""))
    data = data[len(mark) :]
    codec = codec or _CODECS.get(charset, "") or _declared(data)
    try:
        text = data.decode(codec or "utf-8")
        valid = True
    except (UnicodeError, LookupError, ValueError):
        # Nothing declared and no UTF-8: windows-1252 is what the web means by saying nothing.
        text = data.decode(codec or "cp1252", "replace")
        valid = False
    if valid and codec in ("", "utf-8") and b"\0" not in data:
        return data
    return text.replace("\0", "\ufffd").encode("utf-8", "replace")


def _declared(data: bytes) -> str:
    # Not needed by pages that say it in their header, and of the size of all else.
    from bs4.dammit import EncodingDetector

    # Only where browsers look, nearly: the search is quadratic on hostile text.
    name = EncodingDetector.find_declared_encoding(data[:2048], is_html=True)
    codec = _CODECS.get((name or "").strip().lower(), "")
    # What can be read as ASCII is not UTF-16, whatever it says.
    return "utf-8" if codec.startswith("utf-16") else codec


def _is_binary(utf8: bytes) -> bool:
    start = utf8[:2000].decode("utf-8", "replace")
    return len(start) > 20 and 10 * len(_CONTROL.findall(start)) > len(start)


def _title(root: HtmlElement) -> str:
    head = root.find("head")
    title = head.find("title") if head is not None else None
    if title is None:
        # A browser takes the first title of the document, wherever, but for those of drawings.
        title = next(
            (one for one in root.iter("title") if next(one.iterancestors("svg"), None) is None), None
        )
    return folded((title.text or "")[: 4 * TITLE_CHARACTERS])[:TITLE_CHARACTERS] if title is not None else ""


# Tokens of HTML that hold no tag, or one; each is read once, so that the time is linear.
_ATTRIBUTE = rb"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>]*+))?+"
_TOKEN = re.compile(
    rb"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+>?+"
    rb"|<(?P<raw>script|style|title|textarea|xmp|iframe|noembed|noframes)(?=[\s/>])"
    rb"|</?[a-z][^\s/>]*+",
    re.IGNORECASE | re.DOTALL,
)
_MANY = re.compile(rb"(?:%s){0,%d}+[\s/]*+(?P<end>>?)" % (_ATTRIBUTE, MOST_ATTRIBUTES))
_OPENS = re.compile(rb"</?[a-zA-Z]")
_TRIES = 20


def has_attribute_flood(utf8: bytes) -> bool:
    """Whether a tag has more than `MOST_ATTRIBUTES` attributes."""
    # Each attribute takes two bytes, so the tag is long.
    if not _has_long_tag(utf8, 2 * MOST_ATTRIBUTES):
        return False
    at = 0
    while (token := _TOKEN.search(utf8, at)) is not None:
        at = token.end()
        if utf8.startswith((b"<!", b"<?"), token.start()):
            continue
        rest = _MANY.match(utf8, at)
        if rest is None:
            continue
        at = rest.end()
        if not rest["end"] and at < len(utf8):
            return True
        if raw := token["raw"]:
            shut = re.compile(rb"</" + raw + rb"(?=[\s/>])", re.IGNORECASE).search(utf8, at)
            if shut is None:
                return False
            at = shut.start()
    return False


def _has_long_tag(utf8: bytes, longest: int) -> bool:
    """Whether a tag may be longer than this; a page is skipped from one end of a tag to another."""
    at = 0
    while len(utf8) - at > longest:
        # The last sign may stand in an attribute's value, "a > b"; then one before it will do.
        sign, tries = at + longest + 1, _TRIES
        while (sign := utf8.rfind(b">", at, sign)) >= 0 and tries and _is_hidden(utf8, at, sign):
            tries -= 1
        if sign >= 0 and not tries:
            return True
        if sign < 0:
            sign = utf8.find(b">", at + longest + 1)
            sign = len(utf8) if sign < 0 else sign
            tag = _OPENS.search(utf8, at, sign)
            if tag is not None and (sign - tag.start() > longest or _is_hidden(utf8, at, sign)):
                return True
        at = sign + 1
    return False


def _is_hidden(utf8: bytes, start: int, sign: int) -> bool:
    """Whether a quoted value may hold this sign, where no value is open at the start."""
    for quote in (b'"', b"'"):
        last = utf8.rfind(quote, start, sign)
        # It would be the one that opens the value, and an opening one stands behind "=".
        if last > start and utf8[start:last].rstrip().endswith(b"="):
            return True
    return False
