"""What the DNS server of the bed answers, by how a site's name resolves."""

import ipaddress
import itertools
import struct

from hostile_bed.bed import HOSTILE_NET, HOSTILE_NET6

A, CNAME, AAAA = 1, 5, 28
_NO_V4 = ("mapped", "v6-local", "nat64", "v6-only", "empty")


def reply(how: str, own: str, name: str, kind: int, query: bytes, *, first: bool) -> bytes | None:
    """The answer to a question; None for silence.

    Args:
        how: the site's name resolves.
        own: the site's address; empty if no site has the name.
        first: the name was not asked for before.
    """
    v4 = {
        "private": ["10.0.0.1"],
        "metadata": ["169.254.169.254"],
        "mixed": ["10.0.0.1", own, "127.0.0.1"],
        "rebind": [own] if first else ["127.0.0.1"],
        "unspecified": ["0.0.0.0"],
        "fifty": [own] * 50,
        "dead-first": [f"8.2.0.{n}" for n in (1, 2)] + [own],
        "black-hole": ["8.2.0.9"],
        "no-route": ["8.3.0.9"],
    }.get(how, [own] if how not in _NO_V4 else [])
    v6 = {
        "mapped": ["::ffff:127.0.0.1"],
        "v6-local": ["::1", "fe80::1", "fd00::1"],
        "nat64": ["64:ff9b::7f00:1"],
        "v6-only": [
            str(
                ipaddress.ip_network(HOSTILE_NET6)[
                    int(ipaddress.ip_address(own)) - int(ipaddress.ip_network(HOSTILE_NET)[0])
                ]
            )
        ]
        if own
        else [],
        "v6-dead": ["2a00:2::1"],
    }.get(how, [])
    if how == "silent":
        return None
    if how == "junk":
        return query[:2] + bytes(range(256))
    if how == "wrong-id":
        return bytes(2) + query[2:]
    if how == "pointer-loop":
        return query[:2] + b"\x81\x80\0\1\0\1\0\0\0\0" + query[12:] + b"\xc0\xff" * 20
    code = {"nxdomain": 3, "servfail": 2, "refused": 5}.get(how, 0)
    flags = 0x8180 | code | (0x0200 if how == "truncated" else 0)
    records = []
    if code == 0 and how != "truncated":
        if how == "cname-loop":
            records = [
                _record(b"\xc0\x0c", CNAME, _name("loop." + name)),
                _record(_name("loop." + name), CNAME, _name(name)),
            ]
        elif how == "cname-private":
            records = [
                _record(b"\xc0\x0c", CNAME, _name("localhost.example")),
                _record(_name("localhost.example"), A, bytes([127, 0, 0, 1])),
            ]
            records = records if kind == A else records[:1]
        elif how == "cname-chain":
            chain = [name, *(f"c{n}.example" for n in range(12))]
            records = [_record(_name(one), CNAME, _name(other)) for one, other in itertools.pairwise(chain)]
            records += [_record(_name(chain[-1]), A, ipaddress.ip_address(own).packed)] if kind == A else []
        else:
            owner = _name("other.example") if how == "wrong-name" else b"\xc0\x0c"
            addresses = v4 if kind == A else v6 if kind == AAAA else []
            records = [_record(owner, kind, ipaddress.ip_address(one).packed) for one in addresses]
    return query[:2] + struct.pack(">HHHHH", flags, 1, len(records), 0, 0) + query[12:] + b"".join(records)


def _name(name: str) -> bytes:
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


def _record(owner: bytes, kind: int, data: bytes) -> bytes:
    return owner + struct.pack(">HHIH", kind, 1, 0, len(data)) + data
