"""How long a peer let us wait, by the system's clock: how busy we are ourselves is no fault of a site.

While seventy sites are asked at once, an answer lies there for a while before its turn comes, and a greeting
is sent late. So a request is timed as the sum of its waits: from what we sent to what came next, as the
system noted it when it came in. What we took between two waits does not count.
"""

import socket
import struct
import sys
from typing import TYPE_CHECKING

from webaudit.crawl.clock import monotonic, monotonic_of

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

_LINUX = sys.platform == "linux"
_TIMESTAMP = 35
"""SO_TIMESTAMPNS of Linux, which Python has no name for."""

_ANCILLARY_BYTES = 64
_TIME = struct.Struct("@ll")
_CONNECTED = struct.Struct("=I28xI")
"""Of tcp_info: the round trip in microseconds, and how many packets were sent again."""

_CONNECTED_AT = 68


class Stopwatch:
    """The waits of one connection's requests.

    Attributes:
        first: seconds waited until the first byte of the answer; None if none came yet.
    """

    def __init__(self, since: float) -> None:
        self.first: float | None = None
        self._waited = 0.0
        self._since = since
        self._came: float | None = None

    def begin(self, at: float) -> None:
        """A request begins over a connection that was kept."""
        self.first = self._came = None
        self._waited = 0.0
        self._since = at

    def sent(self, at: float) -> None:
        """We have sent something, and wait."""
        if self._came is not None:
            self._waited += self._came - self._since
            self._came = None
        self._since = at

    def came(self, at: float) -> None:
        """Something has come from the peer."""
        self._came = max(at, self._since)

    def answered(self) -> None:
        """What came is the answer, or its beginning."""
        if self.first is None and self._came is not None:
            self.first = self._waited + self._came - self._since


class TimedSocket(socket.socket):
    """A socket that tells its stopwatch what is sent and what comes.

    Args:
        begun: when the connection was begun, maybe at another address.
    """

    def __init__(self, family: int, kind: int, protocol: int, begun: float) -> None:
        super().__init__(family, kind, protocol)
        self.begun = begun
        self.watch = Stopwatch(begun)
        self._asked = begun
        self._is_connected = False
        if _LINUX:
            self.setsockopt(socket.SOL_SOCKET, _TIMESTAMP, 1)

    def connect(self, address: object, /) -> None:
        """Connects, and notes since when."""
        self._asked = monotonic()
        super().connect(address)  # type: ignore[arg-type]

    def send(self, data: "ReadableBuffer", flags: int = 0, /) -> int:
        """Sends, and notes when."""
        if not self._is_connected:
            self._is_connected = True
            self.watch.came(self._connected_at())
        sent = super().send(data, flags)
        self.watch.sent(monotonic())
        return sent

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        """Receives, and notes when it came."""
        if self.watch.first is None:
            self.watch.came(self._came_at())
        return super().recv(size, flags)

    def recv_into(self, buffer: "WriteableBuffer", size: int = 0, flags: int = 0) -> int:
        """The same, as asyncio does under TLS."""
        if self.watch.first is None:
            self.watch.came(self._came_at())
        return super().recv_into(buffer, size, flags)

    def _connected_at(self) -> float:
        """When the peer took the connection; now, if the system does not know."""
        now = monotonic()
        if not _LINUX:
            return now
        said = self.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _CONNECTED_AT + _CONNECTED.size)
        if len(said) < _CONNECTED_AT + _CONNECTED.size:
            return now
        trip, again = _CONNECTED.unpack_from(said, _CONNECTED_AT)
        return now if again or not trip else min(now, self._asked + trip / 1e6)

    def _came_at(self) -> float:
        """When what comes next came in; now, if the system does not say."""
        if not _LINUX:
            return monotonic()
        _, said, _, _ = self.recvmsg(1, _ANCILLARY_BYTES, socket.MSG_PEEK)
        for level, kind, data in said:
            if level == socket.SOL_SOCKET and kind == _TIMESTAMP and len(data) == _TIME.size:
                seconds, nanoseconds = _TIME.unpack(data)
                return monotonic_of(seconds + nanoseconds / 1e9)
        return monotonic()
