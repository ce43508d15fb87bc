"""Exchange <-> the records of WARC/1.1 (ISO 28500) that hold it: a request and its answer.

The HTTP blocks carry what was sent and received, for the tools of other people. What HTTP and WARC have no
place for stands in `WebAudit-…` fields, and what their syntax can not carry exactly in `WebAudit-Exact`, so
that an Exchange comes back equal, whatever bytes a server sent.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha1, sha256
from typing import Final
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL

from webaudit.model.evidence import Exchange, Headers, Purpose
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.store.http_block import read_fields, split, write_fields

WARC: Final = "WARC/1.1"
REVISIT: Final = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"

_TRUNCATED: Final = {FailureReason.TIMEOUT: "time", FailureReason.RESET: "disconnect"}


class NotOursError(Exception):
    """A record that this program did not write."""


@dataclass(frozen=True, slots=True)
class Original:
    """The record that a revisit points to.

    Attributes:
        uri: as its head spells it.
        date: likewise.
    """

    record_id: str
    uri: str
    date: str


@dataclass(frozen=True, slots=True)
class Record:
    """One WARC record, read.

    Attributes:
        fields: of the WARC head, names as written.
        block: the content.
    """

    fields: Mapping[str, str]
    block: bytes

    @property
    def kind(self) -> str:
        """Its WARC-Type."""
        return self.fields["WARC-Type"]

    @property
    def body(self) -> bytes:
        """The body of the HTTP message that it holds."""
        return split(self.block)[2]

    @property
    def ends_exchange(self) -> bool:
        """Whether an Exchange, or the head of the file, is whole with this record."""
        return self.kind != "request"


def read_record(data: bytes) -> Record:
    """Reads one record.

    Raises:
        NotOursError: it is no record of WARC/1.1 with a type and an honest length.
    """
    head, separator, rest = data.partition(b"\r\n\r\n")
    version, _, lines = head.partition(b"\r\n")
    fields = dict(read_fields(lines))
    length = fields.get("Content-Length", "")
    if version != WARC.encode() or not separator or "WARC-Type" not in fields or not length.isdecimal():
        raise NotOursError("a record is no WARC/1.1")
    if rest[int(length) :] != b"\r\n\r\n":
        raise NotOursError("a record is not as long as it says")
    return Record(fields, rest[: int(length)])


def warcinfo(filename: str, date: datetime, software: str) -> bytes:
    """The record that heads a file and says who wrote it."""
    block = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    return _record("warcinfo", _moment(date), "application/warc-fields", block, [("WARC-Filename", filename)])


def request(exchange: Exchange) -> tuple[bytes, str]:
    """The request record, and its id."""
    parts = urlsplit(_uri(exchange.url))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    method = exchange.method if _one_word(exchange.method) else "GET"
    block = f"{method} {target} HTTP/1.1\r\n".encode() + _written(exchange.request_headers)[0] + b"\r\n"
    date = _moment(exchange.started_at)
    record_id = _record_id("request", exchange.url, date, block)
    more = [("WARC-Target-URI", _uri(exchange.url))]
    return _record("request", date, "application/http;msgtype=request", block, more, record_id), record_id


def answer(
    exchange: Exchange, body_digest: str, request_id: str, original: Original | None = None
) -> tuple[bytes, Original]:
    """The response record (a revisit if `original` holds the same body; metadata if there was no answer).

    Also what a later revisit needs to point to it.
    """
    date = _moment(exchange.started_at)
    more = [("WARC-Target-URI", _uri(exchange.url)), ("WARC-Concurrent-To", request_id)]
    if _one_word(exchange.address):
        more.append(("WARC-IP-Address", exchange.address))
    if exchange.status is None:
        kind, media_type, block = "metadata", "application/json", _failure_block(exchange)
    else:
        block = (
            f"{_version(exchange)} {exchange.status} \r\n".encode() + _written(exchange.headers)[0] + b"\r\n"
        )
        kind, media_type = "response", "application/http;msgtype=response"
        more.append(("WARC-Payload-Digest", body_digest))
        if original is None:
            block += exchange.body
        else:
            kind = "revisit"
            more.append(("WARC-Profile", REVISIT))
            more.append(("WARC-Refers-To", original.record_id))
            more.append(("WARC-Refers-To-Target-URI", original.uri))
            more.append(("WARC-Refers-To-Date", original.date))
    if exchange.truncated:
        more.append(("WARC-Truncated", "length"))
    elif exchange.failure is not None and exchange.status is not None:
        more.append(("WARC-Truncated", _TRUNCATED.get(exchange.failure.reason, "unspecified")))
    more.extend(_own_fields(exchange))
    # The digest of the body stands for it: a digest more would cost as much as the rest of this.
    record_id = _record_id(kind, exchange.url, date, body_digest.encode())
    record = _record(kind, date, media_type, block, more, record_id)
    return record, Original(record_id, _uri(exchange.url), date)


def view(exchange: Exchange) -> bytes:
    """The record of what a browser gave, which answers no request."""
    date, media_type = _moment(exchange.started_at), exchange.header("content-type") or ""
    more = [
        ("WARC-Target-URI", _uri(exchange.url)),
        ("WARC-Payload-Digest", exchange.digest),
        *_own_fields(exchange),
    ]
    record_id = _record_id(exchange.purpose, exchange.url, date, exchange.body)
    return _record("resource", date, media_type, exchange.body, more, record_id)


def view_of(record: Record) -> Exchange:
    """What a browser gave, out of its record.

    Raises:
        NotOursError: what this program always writes is missing or out of its range.
    """
    fields = record.fields
    try:
        return Exchange(
            url=json.loads(fields.get("WebAudit-Exact", "{}")).get("url", fields["WARC-Target-URI"]),
            purpose=Purpose(fields["WebAudit-Purpose"]),
            started_at=datetime.fromisoformat(fields["WARC-Date"]),
            method="",
            headers=(("content-type", fields["Content-Type"]),),
            body=record.block,
        )
    except (KeyError, ValueError, TypeError) as error:
        raise NotOursError(f"a record lacks or garbles {error}") from error


def original_of(response: Record) -> tuple[str, Original]:
    """The digest of a stored body, and what a revisit of it must point to."""
    fields = response.fields
    original = Original(fields["WARC-Record-ID"], fields["WARC-Target-URI"], fields["WARC-Date"])
    return fields["WARC-Payload-Digest"], original


def exchange_of(asked: Record, answered: Record, original_body: bytes | None = None) -> Exchange:
    """The Exchange of a request record and its answer; a revisit takes the body of its original.

    Raises:
        NotOursError: what this program always writes is missing or out of its range.
    """
    try:
        return _exchange_of(asked, answered, original_body)
    except (KeyError, ValueError, TypeError) as error:
        raise NotOursError(f"a record lacks or garbles {error}") from error


def _exchange_of(asked: Record, answered: Record, original_body: bytes | None) -> Exchange:
    fields = answered.fields
    exact = json.loads(fields.get("WebAudit-Exact", "{}"))
    asked_line, asked_headers, _ = split(asked.block)
    failure = json.loads(fields["WebAudit-Failure"]) if "WebAudit-Failure" in fields else None
    version, status = "", None
    headers: Headers = ()
    if answered.kind == "metadata":
        body = base64.b64decode(json.loads(answered.block).get("body", ""))
    else:
        line, headers, body = split(answered.block)
        version, code = line.split(" ")[:2]
        status = int(code)
        body = body if original_body is None else original_body
    return Exchange(
        url=exact.get("url", fields["WARC-Target-URI"]),
        purpose=Purpose(fields["WebAudit-Purpose"]),
        started_at=datetime.fromisoformat(fields["WARC-Date"]),
        request_headers=_pairs(exact.get("request_headers")) or asked_headers,
        method=exact.get("method", asked_line.split(" ")[0]),
        http_version=exact.get("http_version", version),
        status=status,
        headers=_pairs(exact.get("headers")) or headers,
        body=body,
        address=exact.get("address", fields.get("WARC-IP-Address", "")),
        first_byte_ms=_number(fields.get("WebAudit-First-Byte-Ms")),
        total_ms=_number(fields.get("WebAudit-Total-Ms")),
        truncated=fields.get("WARC-Truncated") == "length",
        failure=_failure(failure),
        attempt=int(fields["WebAudit-Attempt"]),
    )


def _own_fields(exchange: Exchange) -> list[tuple[str, str]]:
    """The facts that WARC has no field for."""
    own = [("WebAudit-Purpose", exchange.purpose.value), ("WebAudit-Attempt", str(exchange.attempt))]
    if exchange.first_byte_ms is not None:
        own.append(("WebAudit-First-Byte-Ms", repr(exchange.first_byte_ms)))
    if exchange.total_ms is not None:
        own.append(("WebAudit-Total-Ms", repr(exchange.total_ms)))
    if exchange.failure is not None:
        own.append(("WebAudit-Failure", json.dumps(_failure_fields(exchange.failure))))
    exact: dict[str, object] = {}
    if not _one_word(exchange.url):
        exact["url"] = exchange.url
    if not _one_word(exchange.method):
        exact["method"] = exchange.method
    if exchange.address and not _one_word(exchange.address):
        exact["address"] = exchange.address
    if exchange.http_version != ("" if exchange.status is None else _version(exchange)):
        exact["http_version"] = exchange.http_version
    for name, headers in (("request_headers", exchange.request_headers), ("headers", exchange.headers)):
        written = exchange.status is not None or name == "request_headers"
        if headers and not (written and _written(headers)[1]):
            exact[name] = headers
    if exact:
        own.append(("WebAudit-Exact", json.dumps(exact)))
    return own


@lru_cache(maxsize=16)
def _written(headers: Headers) -> tuple[bytes, bool]:
    """The field lines, and whether they are read back as they were; those of a site are mostly the same."""
    lines = write_fields(headers)
    return lines, read_fields(lines.removesuffix(b"\r\n")) == headers


def _failure_block(exchange: Exchange) -> bytes:
    """The metadata that stands in the place of an answer."""
    failure = exchange.failure
    block: dict[str, object] = {"failure": None if failure is None else _failure_fields(failure)}
    if exchange.body:
        block["body"] = base64.b64encode(exchange.body).decode()
    return json.dumps(block).encode()


def _failure_fields(failure: Failure) -> dict[str, str | None]:
    stage = None if failure.stage is None else failure.stage.value
    return {"reason": failure.reason.value, "stage": stage, "detail": failure.detail}


def _failure(said: Mapping[str, str | None] | None) -> Failure | None:
    if said is None:
        return None
    stage = None if said["stage"] is None else Stage(said["stage"])
    return Failure(FailureReason(said["reason"] or ""), stage, said["detail"] or "")


def _record(
    kind: str,
    date: str,
    media_type: str,
    block: bytes,
    more: list[tuple[str, str]],
    record_id: str = "",
) -> bytes:
    """A whole record."""
    fields = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", record_id or _record_id(kind, "", date, block)),
        ("WARC-Date", date),
        *more,
        ("Content-Type", media_type),
        ("Content-Length", str(len(block))),
    ]
    if kind != "response":
        # Of an answer the digest of its body tells: a second one of the same bytes would cost as much again.
        fields.append(("WARC-Block-Digest", f"sha256:{sha256(block).hexdigest()}"))
    head = "\r\n".join([f"{name}: {value}" for name, value in fields])
    return b"".join((f"{WARC}\r\n{head}\r\n\r\n".encode(), block, b"\r\n\r\n"))


def _record_id(kind: str, url: str, date: str, content: bytes) -> str:
    """An id by the content, so that the same Exchange is stored as the same bytes."""
    name = f"{kind} {date} {sha256(content).hexdigest()} {_uri(url)}"
    raw = bytearray(sha1(NAMESPACE_URL.bytes + name.encode(), usedforsecurity=False).digest()[:16])
    # What uuid5 does (RFC 9562, 5.5), without an object of its own.
    raw[6] = raw[6] & 0x0F | 0x50
    raw[8] = raw[8] & 0x3F | 0x80
    said = raw.hex()
    return f"<urn:uuid:{said[:8]}-{said[8:12]}-{said[12:16]}-{said[16:20]}-{said[20:]}>"


def _moment(date: datetime) -> str:
    return date.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def _uri(url: str) -> str:
    """The URL, or what a WARC head can carry of it."""
    return url if _one_word(url) else quote(url, "!#$%&'()*+,/:;=?@[]~", errors="surrogatepass")


def _one_word(text: str) -> bool:
    """Whether a head or a first line can carry it as it is."""
    return text != "" and " " not in text and text.isascii() and text.isprintable()


def _version(exchange: Exchange) -> str:
    """The version for the status line: readers know no other two."""
    return exchange.http_version if exchange.http_version in ("HTTP/1.0", "HTTP/1.1") else "HTTP/1.1"


def _pairs(said: list[list[str]] | None) -> Headers:
    return tuple((name, value) for name, value in said or ())


def _number(said: str | None) -> float | None:
    return None if said is None else float(said)
