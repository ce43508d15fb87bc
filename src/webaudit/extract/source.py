"""What a page is made of: the bytes of an answer, decoded and not yet parsed."""

import re
from dataclasses import dataclass
from functools import lru_cache

from webaudit.extract.body import decode_body
from webaudit.extract.flood import is_tag_flood
from webaudit.model.evidence import Exchange

HTML_BYTES = 4_000_000
"""Of a page's decoded body, what is read; the rest is cut off before it is parsed."""

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
