"""Pages that are empty until a script fills them."""

from itertools import islice

from lxml.html import HtmlElement

SHELL_WORDS = 20

SHOWN = ("img", "svg", "canvas", "video", "iframe", "frame", "object", "embed", "input")
"""What a page without a word may still show or lead to."""

_DRAWN = ("script", "style", "audio", "textarea", "select", "button", "a", "area")
"""What may draw on a page without a word, lead on from it, or be used in it."""

_UNSEEN = frozenset(
    {"head", "title", "base", "meta", "link", "style", "script", "noscript", "template", "body"}
)
_ROOTS = frozenset(
    {"root", "app", "__next", "__nuxt", "q-app", "svelte", "react-root", "main-app", "ember-app", "gatsby"}
)


def more_than(root: HtmlElement, count: int, *tags: str) -> bool:
    """Whether there are more than `count` elements of these tags."""
    return next(islice(root.iter(*tags), count, None), None) is not None


def is_shell(words: int, root: HtmlElement) -> bool:
    """Whether a page with hardly a word waits for a script."""
    if words >= SHELL_WORDS:
        return False
    if all("json" in script.get("type", "") for script in islice(root.iter("script"), 100)):
        return False
    unscripted = _unscripted(root)
    if "javascript" in unscripted and len(unscripted.split()) < 60:
        return True
    if len(unscripted.split()) >= SHELL_WORDS:
        return False
    for element in islice(root.iter(), 2_000):
        if _is_box(element):
            return not more_than(element, 3, "a")
    # Not one thing in it but scripts, and boxes for them to fill if they come in files.
    loaded = any(script.get("src") for script in islice(root.iter("script"), 100))
    parts = islice(root.iterdescendants(), 2_000)
    return words < 5 and all(
        part.tag in _UNSEEN or (loaded and part.tag == "div" and part.get("role") is None) for part in parts
    )


def is_blank(words: int, root: HtmlElement) -> bool:
    """Whether a page shows nothing, certainly: nothing in it could draw, be used, or lead on."""
    if words or more_than(root, 0, *SHOWN, *_DRAWN):
        return False
    if any("refresh" in meta.get("http-equiv", "").lower() for meta in root.iter("meta")):
        return False
    if any("stylesheet" in link.get("rel", "").lower() for link in root.iter("link")):
        return False
    return not any(
        element.get("style") or element.get("background") for element in islice(root.iter(), 2_000)
    )


def is_framed_shell(root: HtmlElement) -> bool:
    """Whether all that a page shows stands around an empty box that a script in a file is to fill."""
    if more_than(root, 0, "main", "article", "h1", "h2") or len(_unscripted(root).split()) >= SHELL_WORDS:
        return False
    loaded = any(script.get("src") for script in islice(root.iter("script"), 100))
    box = next((one for one in root.iter("div", "app-root") if _is_box(one)), None) if loaded else None
    return box is not None and len(box) == 0 and not (box.text or "").strip()


def _is_box(element: HtmlElement) -> bool:
    """Whether an element is one that frameworks fill."""
    return element.tag == "app-root" or (
        element.tag in ("div", "main") and element.get("id", "").lower() in _ROOTS
    )


def _unscripted(root: HtmlElement) -> str:
    """What a page says to those who run no scripts."""
    return " ".join(" ".join(islice(one.itertext(), 50)) for one in islice(root.iter("noscript"), 10)).lower()
