"""Which addresses may be connected to: the public internet, and what the operator vouches for.

Pure: names are resolved elsewhere, and each address that comes back is asked about here.
"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from webaudit.model.plan import Reach

_REFUSED_V4 = tuple(
    IPv4Network(text)
    for text in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"),
        *("192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
        *("224.0.0.0/4", "240.0.0.0/4"),
    )
)
"""IANA's IPv4 Special-Purpose Address Registry, and multicast.

Written out, because Python's own list differs from release to release.
"""

_GLOBAL_V6 = IPv6Network("2000::/3")
"""The only IPv6 space that is handed out (RFC 4291, 2.4)."""

_REFUSED_V6 = tuple(
    IPv6Network(text)
    for text in ("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20")
)

_TEREDO = IPv6Network("2001::/32")
_6TO4 = IPv6Network("2002::/16")
_NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address that was checked, to connect to."""

    address: str
    port: int

    @property
    def is_v6(self) -> bool:
        """Whether it is an IPv6 address."""
        return ":" in self.address


def is_public(address: str) -> bool:
    """Whether an IP address lies in the public internet; False for what is no IP address."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return _is_public_v4(ip)
    if ip in _TEREDO:
        # A tunnel to an IPv4 host behind a relay; nobody serves a site there.
        return False
    hidden = _hidden(ip)
    if hidden is not None:
        return _is_public_v4(hidden)
    return ip in _GLOBAL_V6 and not any(ip in network for network in _REFUSED_V6)


def literal(host: str) -> str | None:
    """The IP address that a host of a normalised URL is, without brackets; None if it is a name."""
    try:
        return str(ip_address(host.removeprefix("[").removesuffix("]")))
    except ValueError:
        return None


def may_connect(address: str, port: int, reach: Reach) -> bool:
    """The last word before a socket connects: whatever name led here, is the address allowed?"""
    if reach.allow_private or is_public(address):
        return True
    return any(_same(route.address, address) and route.to_port in (None, port) for route in reach.routes)


def routed(host: str, port: int, reach: Reach) -> tuple[Endpoint, ...]:
    """Where the operator says that a host is; empty if nothing is said."""
    found = [route for route in reach.routes if route.host == host and route.port in (None, port)]
    # The word on one port is weightier than the word on all.
    exact = [route for route in found if route.port is not None] or found
    return tuple(Endpoint(route.address, route.to_port or port) for route in exact)


def may_ask_port(host: str, port: int, reach: Reach, named: tuple[tuple[str, int], ...]) -> bool:
    """Whether a port of a host may be asked: 80, 443, one that the list names for it, or the operator's.

    Args:
        named: pairs of host and port.
    """
    if port in (80, 443) or reach.allow_private:
        return True
    bare = host.removeprefix("www.")
    return (bare, port) in {(name.removeprefix("www."), number) for name, number in named} or any(
        route.host == host and route.port in (None, port) for route in reach.routes
    )


def _is_public_v4(ip: IPv4Address) -> bool:
    return not any(ip in network for network in _REFUSED_V4)


def _hidden(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that packets to an IPv6 address end at."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip in _6TO4:
        return IPv4Address(int(ip) >> 80 & 0xFFFFFFFF)
    return IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None


def _same(address: str, other: str) -> bool:
    return address == other or literal(address) == literal(other)
