"""A sealed flight is opened to the byte, and nothing that a server sends leads astray."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from webaudit.crawl.first_flight import FirstFlight, message
from webaudit.crawl.sealed_flight import Opener, read_sealed


def sized(data: bytes) -> bytes:
    """Data behind its length, as in a list of certificates."""
    return len(data).to_bytes(3) + data


def entry(der: bytes, *extensions: tuple[int, bytes]) -> bytes:
    """One certificate with its extensions."""
    said = b"".join(number.to_bytes(2) + len(data).to_bytes(2) + data for number, data in extensions)
    return sized(der) + len(said).to_bytes(2) + said


STATUS = (5, b"\x01" + sized(b"answer"))
LIST = sized(entry(b"leaf" * 60, (18, b"log"), STATUS) + entry(b"issuer", (5, b"\x01" + sized(b"other"))))


def test_flight() -> None:
    """Chain, the answer about the leaf and the wish for a certificate are found among the rest."""
    seen = read_sealed([(8, b"\x00\x00"), (13, b"\x00\x00\x00"), (11, b"\x00" + LIST), (15, b"proof")])

    assert seen == FirstFlight((b"leaf" * 60, b"issuer"), b"answer", True)


@given(st.binary(max_size=300), st.integers(0, 300))
def test_anything(body: bytes, cut: int) -> None:
    """Whatever stands where certificates should raises nothing."""
    read_sealed([(11, body)])
    read_sealed([(11, (b"\x00" + LIST)[:cut])])

    assert read_sealed([]) == FirstFlight()


@given(st.binary(max_size=300), st.binary(max_size=120))
def test_never_opened(came: bytes, hello: bytes) -> None:
    """What is no flight of TLS 1.3 opens nothing."""

    def disagree(group: int, share: bytes) -> bytes:
        raise ValueError(group, share)

    for data in (came, b"\x16\x03\x03" + (len(hello) + 4).to_bytes(2) + message(2, hello) + came):
        opener = Opener(b"", disagree)
        with suppress(ValueError, KeyError):
            opener.feed(data)

        assert opener.opened == b""
