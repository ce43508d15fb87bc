"""What a server sends in the clear is read to the byte, and nothing that it sends leads astray."""

from hypothesis import given
from hypothesis import strategies as st

from webaudit.crawl.first_flight import FirstFlight, messages, read_flight


def message(kind: int, body: bytes) -> bytes:
    """One message of the handshake."""
    return bytes([kind]) + len(body).to_bytes(3) + body


def records(data: bytes, size: int = 100) -> bytes:
    """Data of the handshake, cut into records."""
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"\x16\x03\x03" + len(part).to_bytes(2) + part for part in parts)


def sized(data: bytes) -> bytes:
    """Data behind its length, as in a list of certificates."""
    return len(data).to_bytes(3) + data


FLIGHT = (
    message(2, b"hello")
    + message(11, sized(sized(b"leaf" * 60) + sized(b"issuer")))
    + message(22, b"\x01" + sized(b"answer"))
    + message(13, b"wish")
    + message(14, b"")
)


def test_flight() -> None:
    """The leaf, the stapled answer and the wish for a certificate are found, over any number of records."""
    seen = read_flight(messages(records(FLIGHT)))

    assert seen == FirstFlight((b"leaf" * 60, b"issuer"), b"answer", True)


def test_alert_ends_the_flight() -> None:
    """What comes after an alert is no handshake."""
    alert = b"\x15\x03\x03\x00\x02\x02\x28"

    assert messages(alert + records(FLIGHT)) == []


@given(st.integers(0, len(FLIGHT) + 60), st.binary(max_size=50))
def test_cut(end: int, rest: bytes) -> None:
    """A flight that breaks off tells what came whole; whatever else is sent raises nothing."""
    seen = read_flight(messages(records(FLIGHT)[:end]))
    read_flight(messages(records(FLIGHT)[:end] + rest))
    read_flight(messages(rest))

    assert seen.chain in ((), (b"leaf" * 60, b"issuer"))
