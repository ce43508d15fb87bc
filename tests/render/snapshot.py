"""Golden outputs: what a renderer makes of the hand-made Report, kept beside the tests.

`WEBAUDIT_SNAPSHOTS=write` writes them anew; the change is then seen in the diff.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def golden(name: str, text: str) -> str:
    """The golden output of this name; `text` itself when they are written anew."""
    path = FOLDER / name
    if os.environ.get("WEBAUDIT_SNAPSHOTS") == "write":
        path.write_bytes(text.encode())
    return path.read_bytes().decode() if path.is_file() else ""
