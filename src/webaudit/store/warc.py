"""Exchanges <-> WARC/1.1: appending, reading, and cutting off what a crash tore."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from webaudit import __version__
from webaudit.model.errors import Message, RunError
from webaudit.model.evidence import VIEWS, Exchange
from webaudit.store import warc_record
from webaudit.store.gzip_members import Member, TornMemberError, members, pack
from webaudit.store.warc_record import NotOursError, Original, Record
from webaudit.store.whole_file import output_error, sync

SYNC_SECONDS: Final = 5.0
REVISIT_FROM_BYTES: Final = 512
"""A shorter body is stored again: pointing to it would take as much."""


class EvidenceWriter:
    """Appends Exchanges to a file, each one whole or not at all.

    Between two writes no descriptor is held, so that many sites can be open at once, and the disk is waited
    for in a thread, so that its slowness is not taken for a site's.

    Args:
        path: is made, or gone on with; call `cut_torn` first if its last writer may have been killed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._originals: dict[str, Original] = {}
        self._empty = True
        self._synced_at = time.monotonic()
        self._syncing: Future[None] | None = None
        try:
            path.touch(mode=0o600)
        except OSError as error:
            raise output_error(path, error) from error
        for _, record in _records(path):
            self._empty = False
            if record.kind == "response" and len(record.body) >= REVISIT_FROM_BYTES:
                digest, original = warc_record.original_of(record)
                self._originals.setdefault(digest, original)

    def write(self, exchange: Exchange, digest: str = "") -> None:
        """Appends one Exchange.

        Args:
            digest: of a body that is left out; empty for that of the body that is there.

        Raises:
            OutputError: the disk is full, or went away.
        """
        digest = digest or exchange.digest
        revisitable = exchange.status is not None and len(exchange.body) >= REVISIT_FROM_BYTES
        original = self._originals.get(digest) if revisitable else None
        if exchange.purpose in VIEWS:
            packed = pack(warc_record.view(exchange))
        else:
            request, request_id = warc_record.request(exchange)
            answer, own = warc_record.answer(exchange, digest, request_id, original)
            packed = pack(request) + pack(answer)
        if self._empty:
            name = self.path.name.removesuffix(".part")
            packed = pack(warc_record.warcinfo(name, exchange.started_at, f"webaudit/{__version__}")) + packed
        self._append(packed)
        self._empty = False
        if revisitable:
            self._originals.setdefault(digest, own)

    def close(self) -> None:
        """Returns when all that was written is on the disk.

        Raises:
            OutputError: it can not be brought there.
        """
        self._await_sync()
        try:
            sync(self.path)
        except OSError as error:
            raise output_error(self.path, error) from error

    def _append(self, packed: bytes) -> None:
        try:
            file = os.open(self.path, os.O_WRONLY | os.O_APPEND)
            try:
                start = os.lseek(file, 0, os.SEEK_END)
                try:
                    rest = memoryview(packed)
                    while rest:
                        rest = rest[os.write(file, rest) :]
                except OSError:
                    # What follows a torn record could not be read.
                    with suppress(OSError):
                        os.truncate(file, start)
                    raise
            finally:
                os.close(file)
        except OSError as error:
            raise output_error(self.path, error) from error
        if time.monotonic() - self._synced_at >= SYNC_SECONDS:
            self._await_sync()
            self._syncing = _disk().submit(sync, self.path)
            self._synced_at = time.monotonic()

    def _await_sync(self) -> None:
        if self._syncing is None:
            return
        try:
            self._syncing.result()
        except OSError as error:
            raise output_error(self.path, error) from error
        finally:
            self._syncing = None


def read_evidence(path: Path) -> Iterator[Exchange]:
    """Yields the Exchanges of a file in the order of capture, with one in memory at a time.

    Raises:
        RunError: the file is torn or damaged, with the place.
    """
    asked: Record | None = None
    starts: dict[str, int] = {}
    for member, record in _records(path):
        if record.kind == "request":
            asked = record
            continue
        if record.kind == "warcinfo":
            continue
        if record.kind == "resource":
            try:
                yield warc_record.view_of(record)
            except NotOursError as error:
                raise _damaged(path, member.start, str(error)) from error
            continue
        if asked is None:
            raise _damaged(path, member.start, "an answer without a request")
        try:
            body = None
            if record.kind == "revisit":
                body = _original_body(path, starts, record)
            exchange = warc_record.exchange_of(asked, record, body)
        except NotOursError as error:
            raise _damaged(path, member.start, str(error)) from error
        if record.kind == "response":
            starts.setdefault(record.fields["WARC-Payload-Digest"], member.start)
        yield exchange
        asked = None


def cut_torn(path: Path) -> int:
    """Cuts a file behind its last whole Exchange; returns how many bytes were cut off.

    Members are scanned one by one, since a reader of WARC takes a torn record for a whole one.

    Raises:
        OutputError: the file can not be written to.
    """
    whole = 0
    try:
        for member in members(path):
            if warc_record.read_record(member.data).ends_exchange:
                whole = member.end
    except (TornMemberError, NotOursError):
        pass
    try:
        torn = path.stat().st_size - whole
        if torn:
            os.truncate(path, whole)
            sync(path)
    except OSError as error:
        raise output_error(path, error) from error
    return torn


def _records(path: Path) -> Iterator[tuple[Member, Record]]:
    """The records of a file with their places; a damaged one is a RunError."""
    start = 0
    try:
        for member in members(path):
            start = member.start
            yield member, warc_record.read_record(member.data)
    except TornMemberError as error:
        raise _damaged(path, error.offset, str(error)) from error
    except NotOursError as error:
        raise _damaged(path, start, str(error)) from error
    except OSError as error:
        raise RunError(Message("{path}: can not be read: {why}", path=path, why=error.strerror)) from error


def _original_body(path: Path, starts: dict[str, int], revisit: Record) -> bytes:
    """The body that a revisit points to, read anew."""
    start = starts.get(revisit.fields.get("WARC-Payload-Digest", ""))
    if start is None:
        raise NotOursError("a revisit of a body that the file does not hold")
    return warc_record.read_record(next(members(path, start)).data).body


def _damaged(path: Path, offset: int, why: str) -> RunError:
    return RunError(
        Message(
            "{path}: damaged at byte {offset}: {why}; take it from a whole copy",
            path=path,
            offset=offset,
            why=why,
        )
    )


@cache
def _disk() -> ThreadPoolExecutor:
    """The one thread that waits for the disk."""
    return ThreadPoolExecutor(1, "webaudit-sync")
