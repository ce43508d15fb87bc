"""Names of files made from ids and hosts that other people chose."""

import re
from hashlib import sha256
from typing import Final

_SAFE: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]|\.(?=[a-z0-9]))*\Z")
_UNSAFE_RUN: Final = re.compile(r"[^a-z0-9]+")
# Windows opens a device in their place, whatever ending follows.
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)")
SAFE_LENGTH: Final = 80


def file_name(name: str) -> str:
    """A name for a file or folder: never outside its own folder, never the same for two names.

    A plain name is its own; any other becomes what is legible of it, `_`, and the beginning of its digest.
    Since a plain name has no `_`, the two can not meet, nor two names that differ by case alone.
    """
    if len(name) <= SAFE_LENGTH and _SAFE.match(name) and not _RESERVED.match(name):
        return name
    legible = _UNSAFE_RUN.sub("-", name[:500].lower()).strip("-")[:40].rstrip("-")
    return f"{legible or 'x'}_{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"
