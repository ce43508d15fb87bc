"""Followers: the scripts of a page that follow visitors by cookies as soon as they run."""

from functools import lru_cache
from itertools import islice

from webaudit.extract.resources import is_unloaded
from webaudit.model.page import Page
from webaudit.vocabulary.following import following

_MOST = 100
_CHARACTERS = 5_000
"""Of a script in the page: what loads a counter is short."""

_COMMON_CHARACTERS = 500
"""Of a script that is remembered."""

_RUN = frozenset(
    ("", "module", "text/javascript", "application/javascript", "application/x-javascript", "text/ecmascript")
)
"""Types of scripts that browsers run; tools of consent write another until a visitor has chosen."""


def followers(page: Page) -> tuple[tuple[str, ...], bool]:
    """The owners of such scripts, and whether anything on the page may hold them back."""
    known = following()
    owners: dict[str, None] = {}
    texts = []
    for script in islice(page.elements("script"), _MOST):
        text = f"{script.get('src', '')} {script.get('id', '')} {(script.text or '')[:_CHARACTERS]}"
        texts.append(text)
        if "//" in text and script.get("type", "").strip().lower() in _RUN:
            told = (_told if len(text) <= _COMMON_CHARACTERS else _told.__wrapped__)(text)
            owners.update(() if told and is_unloaded(script) else dict.fromkeys(told))
    asks = bool(owners) and any(word in text for text in texts for word in (*known.managers, *known.waits))
    return tuple(owners), asks


# The files are the same on page after page.
@lru_cache(maxsize=1024)
def _told(script: str) -> tuple[str, ...]:
    """The owners of what a script loads."""
    return tuple(owner for address, owner in following().scripts.items() if address in script)
