"""The system's Chromium: where it is, and how it is started so that it has no network of its own."""

import os
import shutil
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from webaudit.model.errors import Message, SettingError

NAMES: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
"""Commands that start it, by how likely they are."""

PLACES: Final = (
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
"""Where it stands beside the search path."""

# Every request is answered by our own client; what would go round it finds no name and a dead proxy.
_NO_NETWORK: Final = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:1",
    "--proxy-bypass-list=<-loopback>",
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--dns-prefetch-disable",
    "--no-pings",
)
# The same page gives the same picture.
_SAME: Final = (
    "--disable-gpu",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--hide-scrollbars",
    "--no-first-run",
)


def chromium(path: str = "") -> str:
    """The program to start.

    Args:
        path: as the user named it; empty to look for it.

    Raises:
        SettingError: there is none, or what drives it is not installed.
    """
    if find_spec("playwright") is None:
        raise SettingError(
            Message(
                "--browser: what drives the browser is not installed: pip install '{package}'",
                package="opd-webaudit[browser]",
            )
        )
    if path:
        found = shutil.which(path)
        if found is None:
            raise SettingError(Message("--chromium {path}: there is no such program", path=path))
        return found
    for name in (*NAMES, *PLACES):
        if (found := shutil.which(name)) is not None:
            return found
    raise SettingError(
        Message(
            "--browser: no Chromium is installed; on Debian and Ubuntu: apt-get install chromium, "
            "or say where it is: --chromium PATH"
        )
    )


def arguments() -> list[str]:
    """What Chromium is started with; the driver adds a profile of its own, new and empty."""
    # Root has no user namespaces to be shut into.
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    return [*root, *_NO_NETWORK, *_SAME]


@cache
def script(name: str) -> str:
    """The text of a script beside this module."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
