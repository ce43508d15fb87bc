"""To whom a certificate is made out, as browsers read it (RFC 9525, 6.3)."""

from collections.abc import Iterable


def covers(names: Iterable[str], host: str) -> bool:
    """Whether one of the names of a certificate is the host's.

    Args:
        names: DNS names and IP addresses of its subjectAltName.
        host: lower case, IPv6 without brackets.
    """
    _, dot, parent = host.partition(".")
    # A star stands for one label, the leftmost; that of an address of numbers stands for nothing.
    starred = f"*.{parent}" if dot and not host.replace(".", "").isdigit() else host
    return any(name.lower().rstrip(".") in (host, starred) for name in names)
