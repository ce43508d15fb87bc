"""The address of this machine, as far as it knows it: whoever is to let us in must be told."""

import socket

from webaudit.crawl.address import is_public

DISCARD = 9
"""A port to name; nothing is ever sent to it."""


def own_address(remote: str) -> tuple[str, bool]:
    """From which address this machine would speak to another; no packet is sent.

    Returns:
        the address, empty if it is not known, and whether the other side sees it as it is: if not, it sees
        the address of a router.
    """
    family = socket.AF_INET6 if ":" in remote else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((remote, DISCARD))
            own = str(asking.getsockname()[0])
    except OSError:
        return "", False
    return own, is_public(own) or not is_public(remote)
