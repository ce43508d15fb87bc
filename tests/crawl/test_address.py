"""Which addresses may be connected to."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.crawl.address import is_public, literal, may_ask_port, may_connect, routed
from webaudit.extract.urls import host, normalise
from webaudit.model.plan import Reach, Route

PRIVATE = [
    *(
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
    ),
    *(
        "0.0.0.0",
        "0.1.2.3",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.0.1",
        "198.18.0.1",
        "192.0.2.1",
    ),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1"),
    *(
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
    ),
    *("2002:c0a8:101::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "3fff::1", "100::1", "::ffff:0:127.0.0.1"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address: str) -> None:
    """What is not the public internet is refused, hidden or not."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "103.28.148.1", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_public(address: str) -> None:
    """Ordinary addresses are let through."""
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_hidden_is_as_public_as_itself(ip: IPv4Address) -> None:
    """An IPv4 address is as public inside IPv6 as outside."""
    number = int(ip)
    hidden = [IPv6Address(0xFFFF << 32 | number), IPv6Address((0x64FF9B << 96) | number)]
    hidden.append(IPv6Address(0x2002 << 112 | number << 80 | 1))

    assert {is_public(str(address)) for address in hidden} == {is_public(str(ip))}


@given(st.ip_addresses())
def test_python_agrees(ip: IPv4Address | IPv6Address) -> None:
    """What we call public is not called private by Python."""
    assert not is_public(str(ip)) or ip.is_global


@given(st.text())
def test_no_address(text: str) -> None:
    """Text that is no address is not public, and raises nothing."""
    assert literal(text) is not None or not is_public(text)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0177.0.0.1/",
            "http://127.1/",
            "http://127.0.0.1./",
        ),
        *("http://①②⑦.0.0.1/", "http://127。0。0。1/", "http://user@127.0.0.1/", "http:\\\\127.0.0.1\\"),
        *(
            "http://[::ffff:7f00:1]/",
            "http://0/",
            "http://0x7f.1/",
            "http://%31%32%37.0.0.1/",
            "http:127.0.0.1",
        ),
    ],
)
def test_tricky_forms(url: str) -> None:
    """Whatever the spelling, a literal address is seen as what it is."""
    normal = normalise(url)

    assert normal is not None
    assert literal(host(normal)) is not None
    assert not is_public(literal(host(normal)) or "")


def test_routes_exempt_their_own_address_alone() -> None:
    """The operator's word holds for one host, port and address."""
    reach = Reach(routes=(Route("a.test", "127.0.0.1", port=80, to_port=8080),))

    assert [(one.address, one.port) for one in routed("a.test", 80, reach)] == [("127.0.0.1", 8080)]
    assert routed("a.test", 443, reach) == ()
    assert routed("b.test", 80, reach) == ()
    assert may_connect("127.0.0.1", 8080, reach)
    assert not may_connect("127.0.0.1", 22, reach)
    assert not may_connect("10.0.0.1", 8080, reach)


def test_ports() -> None:
    """Only 80, 443 and what the list or the operator names."""
    reach = Reach(routes=(Route("r.test", "127.0.0.1", port=9000),))
    named = (("www.a.test", 8443),)

    assert may_ask_port("a.test", 443, reach, ())
    assert may_ask_port("a.test", 8443, reach, named)
    assert not may_ask_port("b.test", 8443, reach, named)
    assert may_ask_port("r.test", 9000, reach, ())
    assert not may_ask_port("r.test", 9001, reach, ())
