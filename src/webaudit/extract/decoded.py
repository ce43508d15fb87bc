"""What a script spells in a way that nobody shall read."""

import base64
import binascii
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

MOST_STRINGS = 20

_CODED = re.compile(
    r"atob\(\s*['\"]([A-Za-z0-9+/=]{8,4000})['\"]|unescape\(\s*['\"]([^'\"]{8,8000})['\"]"
    r"|fromCharCode\(([\d\s,]{8,8000})\)"
)


def decoded(text: str) -> Iterator[str]:
    """The strings that a script hides in base64, in escapes and in codes of characters, in plain text."""
    for match in islice(_CODED.finditer(text), MOST_STRINGS):
        in_base64, escaped, codes = match.groups()
        if in_base64:
            try:
                yield base64.b64decode(in_base64 + "=" * (-len(in_base64) % 4)).decode("latin-1")
            except (binascii.Error, ValueError):
                continue
        elif escaped:
            yield unquote(escaped.replace("%u00", "%"))
        else:
            yield "".join(chr(int(code)) for code in re.findall(r"\d{1,5}", codes))
