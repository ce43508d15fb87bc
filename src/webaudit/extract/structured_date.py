"""The dates that a page tells machines: in JSON-LD, meta elements, microdata and time elements."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from webaudit.extract.written_date import WIB, is_plausible, read_date
from webaudit.model.reading import DateSign

MOST_SIGNS = 200

STRUCTURED = 0.95
"""Confidence in what is written for machines."""

MODIFIED = 0.4
"""Confidence in a day of the last change that machines alone are told: saving an old page again renews it."""

_JSON_CHARACTERS = 300_000
_JSON_VALUES = 5_000
_JSON_KEYS = re.compile(r'"(?:datePublished|dateModified|dateCreated)"')
CHANGED = re.compile(
    r"modified|updated?(?![a-z])|revised|di(?:perba(?:ha)?rui|mutakhirkan|ubah)|pembaruan|pemutakhiran",
    re.IGNORECASE,
)
"""What in a label, or the name of a property, says that the day is that of a change, not of publication."""

_META = frozenset(
    [
        "article:published_time",
        "article:modified_time",
        "og:updated_time",
        "og:published_time",
        "date",
        "dc.date",
        "dc.date.issued",
        "dc.date.created",
        "dc.date.modified",
        "dcterms.date",
        "dcterms.created",
        "dcterms.issued",
        "dcterms.modified",
        "pubdate",
        "publishdate",
        "publish_date",
        "publication_date",
        "last-modified",
        "revised",
        "datepublished",
        "datemodified",
    ]
)
_ITEMS = etree.XPath("//*[@itemprop='datePublished' or @itemprop='dateModified' or @itemprop='dateCreated']")


def from_json(root: HtmlElement, seen_at: datetime) -> Iterator[DateSign]:
    """JSON-LD of schema.org."""
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        text = (script.text or "")[:_JSON_CHARACTERS]
        if not _JSON_KEYS.search(text):
            continue
        try:
            data = json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        stack, left = [data], _JSON_VALUES
        while stack and left:
            left -= 1
            value = stack.pop()
            if isinstance(value, dict):
                for key, inner in islice(value.items(), _JSON_VALUES):
                    if key in ("datePublished", "dateModified", "dateCreated"):
                        most = _most(key)
                        if isinstance(inner, str) and (sign := structured(inner, "json-ld", seen_at, most)):
                            yield sign
                    elif isinstance(inner, dict | list):
                        stack.append(inner)
            elif isinstance(value, list):
                stack.extend(value[:_JSON_VALUES])


def from_meta(root: HtmlElement, seen_at: datetime) -> Iterator[DateSign]:
    """Meta elements."""
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        if name.lower() in _META:
            sign = structured(meta.get("content", ""), "meta", seen_at, _most(name))
            if sign is not None:
                yield sign


def from_microdata(root: HtmlElement, seen_at: datetime) -> Iterator[DateSign]:
    """Microdata of schema.org."""
    for element in islice(_ITEMS(root), MOST_SIGNS):
        value = element.get("content") or element.get("datetime") or element.text or ""
        if sign := structured(value, "microdata", seen_at, _most(element.get("itemprop", ""))):
            yield sign


def _most(name: str) -> float:
    """How far to trust what a property of this name says at most."""
    return MODIFIED if CHANGED.search(name) else STRUCTURED


def structured(value: str, method: str, seen_at: datetime, most: float = STRUCTURED) -> DateSign | None:
    """A machine's date: ISO 8601 as a rule, else whatever a person can read.

    Args:
        most: confidence of the former.
    """
    raw = value.strip()[:200]
    at = _iso(raw)
    confidence = STRUCTURED
    if at is None:
        sign = read_date(raw, seen_at)
        if sign is None:
            return None
        at, confidence = sign.at, sign.confidence + 0.25
        if isinstance(at, datetime) and at.tzinfo is None:
            at = at.replace(tzinfo=WIB)
    return DateSign(at, raw, method, min(most, confidence)) if is_plausible(at, seen_at) else None


@lru_cache(maxsize=2048)
def _iso(raw: str) -> date | None:
    """A day, or an aware moment; lists of news name the same days on page after page."""
    try:
        if len(raw) <= 10:
            return date.fromisoformat(raw)
        at = datetime.fromisoformat(raw)
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=WIB)
