"""A small audit whose n-th fallible call fails, in the manner of curl's torture tests."""

import asyncio
import errno
import io
import json
import os
import pathlib
import socket
import threading
from asyncio import selector_events
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from tests.crawl.name_servers import name_server
from tests.crawl.servers import Answer, answer, html, serve
from webaudit.checks import catalogue
from webaudit.cli.app import run
from webaudit.crawl import capture
from webaudit.demo.publications import tagged
from webaudit.pipeline import assess_sites
from webaudit.pipeline import capture as pipeline_capture

DOCUMENTED = (0, 1, 2, 3, 4)
OURS = ("open", "read", "write", "fsync", "rename", "mkdir", "connect", "resolve", "query", "probe", "check")
"""Calls whose failing is a fault of ours: no site may be better or worse for it."""

WORLD = ("receive",)
"""Calls that fail when a site does: it may be worse for that."""

HEAD = (
    "<!doctype html><html lang=id><link rel=stylesheet href=/gaya.css>"
    '<link rel=alternate type="application/rss+xml" href=/feed/>'
)
FEED = (
    "<rss><channel><item><link>/profil</link><pubDate>Wed, 24 Jun 2026 08:00:00 +0700</pubDate></item>"
    "</channel></rss>"
)
ZONE = {
    ("a.test", "A"): ["192.0.2.1"],
    ("a.test", "MX"): ["10 mx.a.test."],
    ("a.test", "TXT"): ['"v=spf1 include:b.test -all"'],
    ("_dmarc.a.test", "TXT"): ['"v=DMARC1; p=reject"'],
    ("b.test", "A"): ["192.0.2.2"],
    ("b.test", "TXT"): ['"v=spf1 -all"'],
    ("www.a.test", "CNAME"): ["b.test."],
}


@contextmanager
def two_sites() -> Iterator[tuple[str, ...]]:
    """Serves two small sites beside this thread; yields the options that lead to them."""
    started, loop = threading.Event(), asyncio.new_event_loop()
    ports: list[int] = []
    pages: dict[str, Answer] = {
        "/": answer(
            HEAD + html("/profil", "/ppid|PPID", "/dpa.pdf|DPA 2026", "/feed/", "http://b.test/luar")
        ),
        "/profil": answer(html("/", title="Profil")),
        "/ppid": answer("<html><title></title><img src=a.png>" + html("/")),
        "/robots.txt": answer("Sitemap: /peta.xml"),
        "/dpa.pdf": answer(tagged("DPA 2026"), content_type="application/pdf"),
        "/gaya.css": answer("p { color: #999 }", content_type="text/css"),
        "/feed/": answer(FEED, content_type="application/rss+xml"),
        "/.well-known/security.txt": answer("Contact: mailto:aman@a.test", content_type="text/plain"),
        "/peta.xml": answer("<urlset><url><loc>/profil</loc></url></urlset>", content_type="text/xml"),
    }
    ended = asyncio.Event()

    async def served() -> None:
        async with serve({**pages}) as one, serve({**pages}) as other, name_server(ZONE) as names:
            ports.extend((one.port, other.port, names.port))
            started.set()
            await ended.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(served()), daemon=True)
    thread.start()
    started.wait(20)
    try:
        options = ["--resolver", f"127.0.0.1:{ports[2]}"]
        for name, port in zip(("a.test", "b.test"), ports[:2], strict=True):
            options += ["--resolve", f"{name}:80:127.0.0.1:{port}", "--resolve", f"{name}:443:127.0.0.1:1"]
        yield tuple(options)
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(20)


class Torture:
    """Makes the n-th call of a kind fail.

    Attributes:
        calls: how many were made.
        fail_at: 0 for none.
        armed: only then are calls counted.
    """

    def __init__(self, kind: str, patch: pytest.MonkeyPatch) -> None:
        self.kind, self.calls, self.fail_at, self.armed = kind, 0, 0, False
        self.error: Callable[[], Exception] = lambda: OSError(errno.EMFILE, os.strerror(errno.EMFILE))
        getattr(self, f"_{kind}")(patch)
        # In this process, so that what is patched holds there too.
        patch.setattr(assess_sites, "each", lambda function, items, **_: ((i, function(i)) for i in items))
        patch.setattr(pipeline_capture, "reading", lambda: nullcontext())

    def tick(self) -> None:
        """Counts a call, and fails if it is its turn."""
        if self.armed:
            self.calls += 1
            if self.calls == self.fail_at:
                raise self.error()

    def _wrap(self, patch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
        original = getattr(owner, name)

        def fallible(*args: Any, **kwargs: Any) -> Any:
            self.tick()
            return original(*args, **kwargs)

        patch.setattr(owner, name, fallible)

    def _open(self, patch: pytest.MonkeyPatch) -> None:
        self._wrap(patch, os, "open")
        self._wrap(patch, pathlib.Path, "open")

    def _read(self, patch: pytest.MonkeyPatch) -> None:
        torture = self
        self.error = lambda: OSError(errno.EIO, os.strerror(errno.EIO))
        self._wrap(patch, os, "read")

        class Worn(io.FileIO):
            """A file on a disk that wears out."""

            def readinto(self, buffer: Any) -> int:
                """Reads, or not."""
                torture.tick()
                return super().readinto(buffer) or 0

            def readall(self) -> bytes:
                """Reads, or not."""
                torture.tick()
                return super().readall()

            def read(self, size: int | None = -1) -> bytes:
                """Reads, or not."""
                torture.tick()
                return super().read(-1 if size is None else size) or b""

        original = pathlib.Path.open

        def opened(path: Path, mode: str = "r", buffering: int = -1, *args: Any, **kwargs: Any) -> Any:
            if mode == "rb":
                return io.BufferedReader(Worn(path)) if buffering else Worn(path)
            if mode == "r":
                return io.TextIOWrapper(io.BufferedReader(Worn(path)), *args, **kwargs)
            return original(path, mode, buffering, *args, **kwargs)

        patch.setattr(pathlib.Path, "open", opened)

    def _write(self, patch: pytest.MonkeyPatch) -> None:
        torture = self
        self.error = lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._wrap(patch, os, "write")

        class Full(io.FileIO):
            """A file on a full disk."""

            def write(self, data: Any) -> int:
                """Writes, or not."""
                torture.tick()
                return super().write(data)

        original = pathlib.Path.open

        def opened(path: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
            return Full(path, "a") if mode == "ab" else original(path, mode, *args, **kwargs)

        patch.setattr(pathlib.Path, "open", opened)

    def _fsync(self, patch: pytest.MonkeyPatch) -> None:
        self.error = lambda: OSError(errno.EIO, os.strerror(errno.EIO))
        self._wrap(patch, os, "fsync")

    def _rename(self, patch: pytest.MonkeyPatch) -> None:
        self.error = lambda: OSError(errno.EACCES, os.strerror(errno.EACCES))
        self._wrap(patch, pathlib.Path, "rename")

    def _mkdir(self, patch: pytest.MonkeyPatch) -> None:
        self.error = lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._wrap(patch, pathlib.Path, "mkdir")

    def _connect(self, patch: pytest.MonkeyPatch) -> None:
        original = selector_events.BaseSelectorEventLoop.sock_connect

        async def fallible(loop: Any, *args: Any) -> None:
            self.tick()
            await original(loop, *args)

        patch.setattr(selector_events.BaseSelectorEventLoop, "sock_connect", fallible)

    def _receive(self, patch: pytest.MonkeyPatch) -> None:
        self.error = lambda: ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))
        own, original = threading.get_ident(), socket.socket.recv

        def fallible(*args: Any) -> bytes:
            # The servers, in a thread of their own, are spared.
            if threading.get_ident() == own:
                self.tick()
            return original(*args)

        patch.setattr(socket.socket, "recv", fallible)

    def _resolve(self, patch: pytest.MonkeyPatch) -> None:
        from webaudit.crawl.resolver import Resolver

        original = Resolver.endpoints

        async def fallible(resolver: Resolver, host: str, port: int) -> Any:
            self.tick()
            return await original(resolver, host, port)

        patch.setattr(Resolver, "endpoints", fallible)

    def _query(self, patch: pytest.MonkeyPatch) -> None:
        import dns.asyncquery

        original = dns.asyncquery.udp_with_fallback

        async def fallible(*args: Any, **kwargs: Any) -> Any:
            self.tick()
            return await original(*args, **kwargs)

        patch.setattr(dns.asyncquery, "udp_with_fallback", fallible)

    def _probe(self, patch: pytest.MonkeyPatch) -> None:
        self.error = lambda: ZeroDivisionError("a bug")
        original = capture._run

        async def fallible(probe: Any, visit: Any, found: Any) -> Any:
            async def broken(*_: Any, **__: Any) -> Any:
                raise self.error()

            self.calls += self.armed
            if self.calls == self.fail_at:
                probe = type(probe)(broken, probe.record, probe.needs)
            return await original(probe, visit, found)

        patch.setattr(capture, "_run", fallible)

    def _check(self, patch: pytest.MonkeyPatch) -> None:
        self.error = lambda: ZeroDivisionError("a bug")
        kind = type(catalogue().checks[0])
        self._wrap(patch, kind, "__call__")


def audit(
    folder: Path, options: Sequence[str], torture: Torture, fail_at: int = 0
) -> tuple[int, dict[str, Any] | None]:
    """One audit of both sites in this process: its exit code, and the report if it is there."""
    folder.mkdir()
    report = folder / "report.json"
    (folder / "sites.yaml").write_text("- {id: a, url: 'http://a.test/'}\n- {id: b, url: 'http://b.test/'}\n")
    report.write_text('{"old": true}')
    torture.calls, torture.fail_at, torture.armed = 0, fail_at, True
    code = run(
        [
            *("audit", str(folder / "sites.yaml"), "--json", str(report), "--run", str(folder / "run")),
            *("--quiet", "--rate", "0", "--max-pages", "4", "--lang", "en", *options),
        ],
        "en",
    )
    torture.armed = False
    read: dict[str, Any] = json.loads(report.read_bytes())
    return code, None if "old" in read else read


def check_law(code: int, report: dict[str, Any] | None, undisturbed: dict[str, Any], kind: str) -> None:
    """The code is documented, the report old or whole, and nobody is better or worse for a fault of ours."""
    assert code in DOCUMENTED
    assert report is not None or code != 0
    if report is None:
        return
    assert [site["id"] for site in report["sites"]] == ["a", "b"]
    for site, before in zip(report["sites"], undisturbed["sites"], strict=True):
        assert site["score"]["low"] <= before["score"]["low"] + 1e-6, (kind, site["id"], site["reason"])
        if kind in OURS:
            assert site["score"]["high"] >= before["score"]["high"] - 1e-6, (kind, site["id"], site["reason"])
            # And so of each check, whatever the rubric makes of it.
            known = {one["check"]: (one["low"], one["high"]) for one in before["findings"]}
            for one in site["findings"]:
                low, high = known[one["check"]]
                assert one["low"] <= low + 1e-6, (kind, one["id"], one["outcome"])
                assert one["high"] >= high - 1e-6, (kind, one["id"], one["outcome"])


def check_files(folder: Path) -> None:
    """Whatever has its last name is whole, and what follows can be read again."""
    from webaudit.store.warc import read_evidence

    for path in {*folder.rglob("*.json")} - {*folder.rglob("_about.json")}:
        json.loads(path.read_bytes())
    for path in folder.rglob("evidence*.warc.gz"):
        assert sum(1 for _ in read_evidence(path)) >= 0
    assert not list(folder.rglob("*.tmp"))
