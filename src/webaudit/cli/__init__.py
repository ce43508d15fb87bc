"""The command `webaudit`: parses options, calls the pipeline, prints.

Exit codes: 0 done; 1 done, and a threshold that the user set was missed; 2 wrong usage or input; 3 could not
finish; 4 another run holds the lock; 130 and 143 interrupted.
"""

import os
import signal
import sys
from threading import Event
from types import FrameType
from typing import NoReturn

from webaudit.locales import LANGUAGES, Language


def main() -> NoReturn:
    """Runs the command and ends the process with a documented exit code."""
    terminated = Event()

    def terminate(_signal: int, _frame: FrameType | None) -> None:
        # Ctrl-C is what asyncio and the parser know how to end on; only the exit code differs.
        terminated.set()
        signal.raise_signal(signal.SIGINT)

    signal.signal(signal.SIGTERM, terminate)
    arguments = _with_bare_resume(sys.argv[1:])
    lang = _language(arguments)
    from webaudit.cli.app import run

    code = run(arguments, lang)
    sys.exit(143 if terminated.is_set() else code)


def _language(arguments: list[str]) -> Language:
    """The language of help and errors, needed before the options are parsed; Indonesian by default."""
    asked = os.environ.get("WEBAUDIT_LANG", "")
    for name, value in zip(arguments, [*arguments[1:], ""], strict=True):
        if name == "--lang":
            asked = value
        elif name.startswith("--lang="):
            asked = name.partition("=")[2]
    return next((lang for lang in LANGUAGES if lang == asked), LANGUAGES[0])


def _with_bare_resume(arguments: list[str]) -> list[str]:
    """Gives `--resume` an empty value where none follows, as the parser knows no optional values."""
    following = [*arguments[1:], "-"]
    return [
        "--resume=" if name == "--resume" and after.startswith("-") else name
        for name, after in zip(arguments, following, strict=True)
    ]
