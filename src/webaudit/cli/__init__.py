"""The command `webaudit`: parses options, calls the pipeline, prints.

Exit codes: 0 done; 1 done, and a threshold that the user set was missed; 2 wrong usage or input; 3 could not
finish; 4 another run holds the lock; 130 and 143 interrupted.
"""

import os
import signal
import sys
import time
from io import TextIOWrapper
from threading import Event, Thread, main_thread
from types import FrameType
from typing import NoReturn

from webaudit.locales import LANGUAGES, Language

INSIST_SECONDS = 5.0
"""Between SIGTERM, a second interruption, and an end by force; what is stored is whole at any time."""


def main() -> NoReturn:
    """Runs the command and ends the process with a documented exit code."""
    _open_missing_streams()
    terminated = Event()

    def terminate(_signal: int, _frame: FrameType | None) -> None:
        # Ctrl-C is what asyncio and the parser know how to end on; only the exit code differs.
        if not terminated.is_set():
            terminated.set()
            Thread(target=_insist, daemon=True).start()
        signal.raise_signal(signal.SIGINT)

    # A shell starts what runs in its background deaf to Ctrl-C, and then SIGTERM would end nothing either.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, terminate)
    arguments = _with_bare_resume(sys.argv[1:])
    try:
        from webaudit.cli.app import run

        code = run(arguments, _language(arguments))
        code = max(code, _flushed())
    except KeyboardInterrupt:
        code = 130
    # All is written: a signal that comes now has nothing left to interrupt.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(143 if terminated.is_set() else code)


def _insist() -> None:
    """Sees to it that SIGTERM ends the process: an interruption can get lost in a library's callback."""
    time.sleep(INSIST_SECONDS)
    signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)
    time.sleep(INSIST_SECONDS)
    os._exit(143)


def _open_missing_streams() -> None:
    """Opens what the caller has closed: a file of ours would take its place, and be written into."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # Nothing can be read from standard input, nor written to standard output: that is an error there.
            os.open(os.devnull, os.O_WRONLY if number != 1 else os.O_RDONLY)
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115, PTH123 - for the life of the process
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # A machine without a language may know ASCII alone; a line with a question mark is better than none.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _flushed() -> int:
    """0, or 3 if what was said could not be brought out; Python would complain in its own words."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 3
    return 0


def _language(arguments: list[str]) -> Language:
    """The language of help and errors, needed before the options are parsed; Indonesian by default."""
    asked = os.environ.get("WEBAUDIT_LANG", "")
    # Without any argument, the one that stands for the end has nothing before it.
    for name, value in zip(arguments, [*arguments[1:], ""], strict=False):
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
        for name, after in zip(arguments, following, strict=False)
    ]
