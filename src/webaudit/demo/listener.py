"""Listener: HTTP/1.1 (RFC 9112) on two loopback ports, in a thread of its own."""

import asyncio
import socket
import ssl
from collections.abc import Mapping
from concurrent.futures import Future
from email.utils import format_datetime
from http import HTTPStatus
from threading import Thread

from webaudit.crawl.clock import utc_now
from webaudit.demo.answers import Answer, Site

ADDRESS = "127.0.0.1"

_REQUEST_BYTES = 65_536
"""Of a request's head; a longer one is refused."""

_TEXT = "text/plain; charset=utf-8"
_MISDIRECTED = Answer(421, b"Tidak ada laman dengan nama ini di sini.\n", _TEXT)
_MALFORMED = Answer(400, b"Permintaan tidak dapat dibaca.\n", _TEXT)
_METHOD = Answer(405, b"Hanya GET dan HEAD.\n", _TEXT, (("Allow", "GET, HEAD"),))
_TOO_LARGE = Answer(431, b"Kepala permintaan terlalu besar.\n", _TEXT)

_Started = Future[tuple[asyncio.AbstractEventLoop, asyncio.Event, int, int]]
"""The loop, what stops it, and the ports for http and https."""


class Listener:
    """Answers on two free ports from the moment it is made until it is stopped, and holds a third one closed.

    Attributes:
        http_port: answers in plain text.
        https_port: answers over TLS.
        closed_port: refuses connections.
        sites: what answers for each host.
        connections: that are open.
    """

    def __init__(self, sites: Mapping[str, Site], tls: ssl.SSLContext) -> None:
        """Starts listening.

        Args:
            sites: what answers for each host.
            tls: the server's side, which picks a certificate by the host asked for.

        Raises:
            OSError: no port could be had.
        """
        self.sites = sites
        # Bound and never listening: the system refuses connections, and gives the port to nobody else.
        self._closed = socket.socket()
        self.connections: set[_Connection] = set()
        started: _Started = Future()
        self._thread = Thread(target=self._run, args=(tls, started), name="webaudit-demo", daemon=True)
        try:
            self._closed.bind((ADDRESS, 0))
            self.closed_port: int = self._closed.getsockname()[1]
            self._thread.start()
            self._loop, self._stopping, self.http_port, self.https_port = started.result()
        except BaseException:
            self._closed.close()
            raise

    def stop(self) -> None:
        """Drops all connections and ends the thread; a second call does nothing."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()
        self._closed.close()

    def _run(self, tls: ssl.SSLContext, started: _Started) -> None:
        # Windows' default loop has no `remove_reader`.
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            runner.run(self._serve(tls, started))

    async def _serve(self, tls: ssl.SSLContext, started: _Started) -> None:
        loop, stopping = asyncio.get_running_loop(), asyncio.Event()
        try:
            plain = await loop.create_server(lambda: _Connection("http", self), ADDRESS, 0)
            secure = await loop.create_server(lambda: _SecureConnection(tls, self), ADDRESS, 0)
        except BaseException as error:
            started.set_exception(error)
            return
        http_port, https_port = (server.sockets[0].getsockname()[1] for server in (plain, secure))
        started.set_result((loop, stopping, http_port, https_port))
        await stopping.wait()
        # A server that is closed while it accepts forgets that connection's socket (CPython 3.11): first it
        # stops accepting, a few turns later all it has accepted are connections.
        for server in (plain, secure):
            loop.remove_reader(server.sockets[0].fileno())
        await _turns(5)
        for connection in tuple(self.connections):
            connection.abort()
        plain.close()
        secure.close()
        # An aborted transport closes its socket in one of the next turns.
        await _turns(5)


class _Connection(asyncio.Protocol):
    """One connection; requests on it are answered one after the other."""

    def __init__(self, scheme: str, listener: Listener) -> None:
        self._scheme = scheme
        self._listener = listener
        self._received = b""
        self._waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._listener.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature
        self._listener.connections.discard(self)
        if self._waiting:
            self._waiting.cancel()

    def abort(self) -> None:
        """Drops the connection at once."""
        self._transport.abort()

    def _write(self, data: bytes) -> None:
        self._transport.write(data)

    def data_received(self, data: bytes) -> None:
        self._received += data
        self._answer_next()

    def _answer_next(self) -> None:
        """Answers what has been received whole, unless an answer is being held back."""
        while self._waiting is None and not self._transport.is_closing():
            head, end, rest = self._received.partition(b"\r\n\r\n")
            if len(head) > _REQUEST_BYTES:
                self._send(_TOO_LARGE, "GET", "", keep=False)
            elif not end:
                return
            else:
                self._received = rest
                self._answer(head.decode("latin-1"))

    def _answer(self, head: str) -> None:
        line, *fields = head.split("\r\n")
        parts = line.split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
            self._send(_MALFORMED, "GET", "", keep=False)
            return
        method, target, version = parts
        headers = {
            name.strip().lower(): value.strip() for name, _, value in (f.partition(":") for f in fields)
        }
        has_body = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
        # A request's body is not read, so what follows on the connection could not be told apart from it.
        keep = version == "HTTP/1.1" and headers.get("connection", "").lower() != "close" and not has_body
        answer = self._find(method, target, headers.get("host", ""))
        codings = headers.get("accept-encoding", "")
        if answer.wait_seconds:
            self._waiting = asyncio.get_running_loop().call_later(
                answer.wait_seconds, self._send_late, answer, method, codings, keep
            )
        else:
            self._send(answer, method, codings, keep=keep)

    def _find(self, method: str, target: str, host: str) -> Answer:
        if method not in ("GET", "HEAD"):
            return _METHOD
        site = self._listener.sites.get(host.lower().partition(":")[0])
        if site is None:
            return _MISDIRECTED
        path = target.partition("?")[0]
        return site(self._scheme, path) if path.startswith("/") else _MALFORMED

    def _send_late(self, answer: Answer, method: str, codings: str, keep: bool) -> None:
        self._waiting = None
        self._send(answer, method, codings, keep=keep)
        self._answer_next()

    def _send(self, answer: Answer, method: str, codings: str, *, keep: bool) -> None:
        compressed = answer.compressed if _takes_gzip(codings) else None
        body = answer.body if compressed is None else compressed
        fields = [
            ("Date", format_datetime(utc_now(), usegmt=True)),
            ("Content-Type", answer.kind),
            ("Content-Length", str(len(body))),
            ("Vary", "Accept-Encoding"),
            *answer.fields,
        ]
        if compressed is not None:
            fields.append(("Content-Encoding", "gzip"))
        if not keep:
            fields.append(("Connection", "close"))
        head = f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}\r\n" + "".join(
            f"{name}: {value}\r\n" for name, value in fields
        )
        self._write(head.encode("latin-1") + b"\r\n" + (b"" if method == "HEAD" else body))
        if not keep:
            self._transport.close()


class _SecureConnection(_Connection):
    """A connection over TLS.

    asyncio's own tells nobody of a connection before its handshake is done, so that it could not be dropped.
    """

    def __init__(self, tls: ssl.SSLContext, listener: Listener) -> None:
        super().__init__("https", listener)
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = tls.wrap_bio(self._incoming, self._outgoing, server_side=True)

    def data_received(self, data: bytes) -> None:
        self._incoming.write(data)
        try:
            # Does nothing once the handshake is done.
            self._tls.do_handshake()
            while clear := self._tls.read(_REQUEST_BYTES):
                super().data_received(clear)
        except ssl.SSLWantReadError:
            self._flush()
        except ssl.SSLError:
            # The client refuses the certificate, or speaks no TLS: the alert is sent, and that is all.
            self._flush()
            self._transport.close()

    def _write(self, data: bytes) -> None:
        self._tls.write(data)
        self._flush()

    def _flush(self) -> None:
        self._transport.write(self._outgoing.read())


async def _turns(count: int) -> None:
    """Lets the loop do what is due, and what comes due by it."""
    for _ in range(count):
        await asyncio.sleep(0)


def _takes_gzip(codings: str) -> bool:
    """Whether an Accept-Encoding field lets gzip in."""
    for coding in codings.lower().replace(" ", "").split(","):
        name, _, quality = coding.partition(";q=")
        if name == "gzip":
            return quality.strip("0.") != "" or not quality
    return False
