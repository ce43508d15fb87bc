"""Followers: the scripts of a page that follow visitors by cookies as soon as they run."""

from itertools import islice

from webaudit.extract.resources import is_unloaded
from webaudit.model.page import Page
from webaudit.vocabulary.following import following

_MOST = 100
_CHARACTERS = 5_000
"""Of a script in the page: what loads a counter is short."""

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
            told = {owner: None for address, owner in known.scripts.items() if address in text}
            loading = {name: None for address, name in known.loaders.items() if address in text}
            if (told or loading) and not is_unloaded(script):
                owners.update(told)
                loaders.update(loading)
    asks = bool(owners) and any(word in text for text in texts for word in (*known.managers, *known.waits))
    return tuple(owners), asks, tuple(loaders)
