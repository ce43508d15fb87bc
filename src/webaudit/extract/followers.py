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


def followers(page: Page) -> tuple[tuple[str, ...], bool, tuple[str, ...]]:
    """The owners of such scripts, whether anything on the page may hold them back, and what loads others."""
    known = following()
    owners: dict[str, None] = {}
    loaders: dict[str, None] = {}
    texts = []
    for script in islice(page.elements("script"), _MOST):
        text = f"{script.get('src', '')} {script.get('id', '')} {(script.text or '')[:_CHARACTERS]}"
        texts.append(text)
        if "//" in text and script.get("type", "").strip().lower() in _RUN:
            told, loading = (_told if len(text) <= _COMMON_CHARACTERS else _told.__wrapped__)(text)
            if (told or loading) and not is_unloaded(script):
                owners.update(dict.fromkeys(told))
                loaders.update(dict.fromkeys(loading))
    asks = bool(owners) and any(word in text for text in texts for word in (*known.managers, *known.waits))
    return tuple(owners), asks, tuple(loaders)


# The files are the same on page after page.
@lru_cache(maxsize=1024)
def _told(script: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The owners of what a script loads, and the loaders of others."""
    known = following()
    return (
        tuple(owner for address, owner in known.scripts.items() if address in script),
        tuple(name for address, name in known.loaders.items() if address in script),
    )
