"""Captured: the evidence on one site, and the ways in which an agency may change what was captured."""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta, timezone
from typing import Self
from urllib.parse import urljoin

import brotli

from webaudit.extract.body import decode_body
from webaudit.model.evidence import Exchange, Purpose, Snapshot
from webaudit.model.record import Failure, Record

_PAGES = (Purpose.HOME, Purpose.PAGE)
_CODED = ("content-encoding", "content-length")
_WIB = timezone(timedelta(hours=7))

Change = Callable[[str], str]
"""One page's HTML before and after."""


@dataclass(frozen=True)
class Captured:
    """The evidence on one site; every method returns a changed copy.

    Attributes:
        external: answers of other hosts that the site links to.
    """

    snapshot: Snapshot
    external: tuple[Exchange, ...] = ()

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """All of the site's own, in the order of capture."""
        return tuple(self.snapshot.exchanges)

    @property
    def pages(self) -> tuple[Exchange, ...]:
        """The answers that carried a page, the home page first."""
        return tuple(one for one in self.exchanges if is_page(one))

    @property
    def home(self) -> Exchange:
        """The answer at the end of the start address's redirects."""
        return next(one for one in self.pages if one.purpose is Purpose.HOME)

    @property
    def others(self) -> tuple[Exchange, ...]:
        """The pages but for the home page."""
        return tuple(one for one in self.pages if one.url != self.home.url)

    @property
    def today(self) -> date:
        """The day of the capture, in West Indonesia."""
        return self.snapshot.captured_at.astimezone(_WIB).date()

    def url(self, path: str) -> str:
        """A path on the host that the home page came from."""
        return urljoin(self.home.url, path)

    def with_exchanges(self, exchanges: Iterable[Exchange]) -> Self:
        """Other exchanges in the place of all of the site's own."""
        return replace(self, snapshot=replace(self.snapshot, exchanges=tuple(exchanges)))

    def each(self, change: Callable[[Exchange], Exchange], *, to: Iterable[Exchange]) -> Self:
        """Changes these exchanges, and leaves the others as they are."""
        changed = {id(one) for one in to}
        return self.with_exchanges(change(one) if id(one) in changed else one for one in self.exchanges)

    def rewritten(self, change: Change, *, to: Iterable[Exchange] | None = None) -> Self:
        """Changes the HTML of these pages, all unless told otherwise."""
        return self.each(
            lambda one: with_html(one, change(html(one))), to=self.pages if to is None else tuple(to)
        )

    def at_home(self, change: Change) -> Self:
        """Changes the HTML of the home page."""
        return self.rewritten(change, to=(self.home,))

    def with_page(self, path: str, document: str, *, status: int = 200) -> Self:
        """One page more, captured; nobody links to it yet."""
        made = with_html(
            replace(self.home, url=self.url(path), purpose=Purpose.PAGE, status=status), document
        )
        return self.with_exchanges((*self.exchanges, made))

    def with_link(self, path: str, text: str) -> Self:
        """A link more, in the footer of the home page."""
        href = path if "://" in path else self.url(path)
        return self.at_home(lambda old: in_footer(old, f'<p><a href="{href}">{text}</a></p>'))

    def with_answer(
        self, url: str, *, status: int | None = 200, document: str = "", failure: Failure | None = None
    ) -> Self:
        """The answer of a link's target, whether on the site's host or another."""
        made = with_html(replace(self.home, url=url, purpose=Purpose.LINK_TARGET), document)
        made = replace(made, status=status, failure=failure)
        if url.startswith(self.url("/")):
            return self.with_exchanges((*self.exchanges, made))
        targets = (*self.snapshot.targets, url)
        return replace(
            self,
            snapshot=replace(self.snapshot, targets=targets),
            external=(*self.external, made),
        )

    def with_records(self, records: Mapping[str, Record | Failure]) -> Self:
        """Other records that are not made of exchanges."""
        return replace(self, snapshot=replace(self.snapshot, records={**self.snapshot.records, **records}))


def is_page(exchange: Exchange) -> bool:
    """Whether an exchange brought a page with a status of success."""
    media = (exchange.header("content-type") or "").lower()
    return exchange.purpose in _PAGES and exchange.status == 200 and "html" in media


def html(exchange: Exchange) -> str:
    """The HTML of an answer; every byte survives the way there and back."""
    return decode_body(exchange, 4_000_000).data.decode("utf-8", "surrogateescape")


def with_html(exchange: Exchange, document: str) -> Exchange:
    """The answer with another body, compressed if it was before."""
    return sent(exchange, document, "gzip" if exchange.header("content-encoding") else "")


def sent(exchange: Exchange, document: str, coding: str) -> Exchange:
    """The answer with another body, in a content coding: "gzip", "br" or none."""
    body = document.encode("utf-8", "surrogateescape")
    kept = tuple(field for field in exchange.headers if field[0] not in _CODED)
    if not coding:
        return replace(exchange, headers=kept, body=body)
    packed = gzip.compress(body, mtime=0) if coding == "gzip" else brotli.compress(body)
    return replace(exchange, headers=(*kept, ("content-encoding", coding)), body=packed)


def with_header(exchange: Exchange, name: str, value: str) -> Exchange:
    """The answer with one response field set, instead of any of its name."""
    others = tuple(field for field in exchange.headers if field[0] != name)
    return replace(exchange, headers=(*others, (name, value)))


# --- Where in a page something is written ---


def at_end(document: str, fragment: str) -> str:
    """Writes at the end of the body."""
    return _before_last(document, "</body>", fragment)


def in_footer(document: str, fragment: str) -> str:
    """Writes at the end of the footer; makes one if there is none."""
    if "</footer>" in document.lower():
        return _before_last(document, "</footer>", fragment)
    return at_end(document, f"<footer>{fragment}</footer>")


def in_main(document: str, fragment: str) -> str:
    """Writes at the end of the main part, else of the body."""
    return _before_last(document, "</main>" if "</main>" in document.lower() else "</body>", fragment)


def in_head(document: str, fragment: str) -> str:
    """Writes at the end of the head."""
    if "</head>" in document.lower():
        return _before_last(document, "</head>", fragment)
    start = re.search(r"<head[^>]*>|<html[^>]*>", document, re.IGNORECASE)
    at = start.end() if start else 0
    return document[:at] + fragment + document[at:]


def _before_last(document: str, end: str, fragment: str) -> str:
    at = document.lower().rfind(end)
    return document + fragment if at < 0 else document[:at] + fragment + document[at:]


_RAW = r"<!--.*?-->|<(?P<raw>script|style|textarea|title)\b.*?</(?P=raw)\s*>"
_ATTRIBUTE = r"\s+[^\s=>/\"'<]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?"
_TAG = re.compile(
    rf"(?P<other>{_RAW})|<(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:{_ATTRIBUTE})*)(?P<end>\s*/?>)",
    re.IGNORECASE | re.DOTALL,
)
_ONE = re.compile(_ATTRIBUTE)


def retagged(document: str, change: Callable[[str, list[str]], str]) -> str:
    """Writes each start tag anew, those of scripts, styles and comments apart.

    Args:
        change: from a tag's name and its attributes, as written, to both.
    """

    def one(match: re.Match[str]) -> str:
        if match["other"]:
            return match[0]
        attributes = [attribute.strip() for attribute in _ONE.findall(match["attributes"])]
        return f"<{change(match['name'], attributes)}{match['end']}"

    return _TAG.sub(one, document)


def matches(captured: Captured, pattern: str) -> Iterator[Exchange]:
    """The pages whose HTML holds a pattern."""
    wanted = re.compile(pattern, re.IGNORECASE | re.DOTALL)
    return (page for page in captured.pages if wanted.search(html(page)))
