"""What stands where a page was replaced: vandals' greetings, and a word that nobody claims the name."""

import re
from collections.abc import Iterator

from webaudit.extract.sign import Sign
from webaudit.model.page import Page
from webaudit.vocabulary.gambling import gambling, spelt

FEW_WORDS = 150
"""A page that says less is no article about defacements."""

SHORT_HEAD = 8
"""Words of a title that is no headline."""

_CERTAIN = 12
"""Points of what needs no second sign: as many as the vocabulary asks for `injected`."""

_OF_A_WORD = 3
"""Points of what vandals like to write, and others may."""

_OF_A_HABIT = 2
"""Points of what only strengthens others."""

_ALERT = re.compile(r"(?:alert|document\.write|typed?\w*)\(\s*['\"]([^'\"]{1,200})")
_BLACK = re.compile(r"background(?:-color)?\s*:\s*(?:black|#0{3,6}\b|rgb\(0,\s*0,\s*0\))", re.IGNORECASE)
_LOCKS = re.compile(r"oncontextmenu|onselectstart|onkeydown\s*=\s*[^;]{0,40}return false", re.IGNORECASE)


def replaced(page: Page) -> Iterator[Sign]:
    """What vandals write, and what a hosting service writes where nobody has claimed the name."""
    data = gambling()
    reading = page.reading
    few = reading.words <= FEW_WORDS
    heads = [(reading.title, next(iter(page.elements("title")), None))]
    heads += [("".join(heading.itertext())[:300], heading) for heading in page.elements("h1", "h2")[:3]]
    certain = False
    for text, element in heads:
        head = f" {spelt(text)} "
        short = few and len(head.split()) <= SHORT_HEAD
        phrase = next(
            (one for one in data.defacement if head.startswith(one) or (short and one in head)), None
        )
        if phrase and not data.context.search(head):
            certain = True
            yield Sign("defacement", phrase.strip(), _CERTAIN, element)
    if not few:
        return
    said = f" {spelt(f'{reading.title} {reading.text[:2_000]} {_alerts(page)}')} "
    if data.context.search(said):
        return
    for place, phrases in (("takeover", data.takeover), ("defacement", data.defacement)):
        phrase = next((phrase for phrase in phrases if phrase in said), None)
        if phrase:
            certain = True
            yield Sign(place, phrase.strip(), _CERTAIN, None)
    words = [word.strip() for word in data.vandals if word in said]
    # Who writes about hackers, or has a black page, does not do both in so few words.
    if words and not certain and (habits := list(_habits(page))):
        yield from (Sign("vandal", word, _OF_A_WORD, None, telling=False) for word in words)
        yield from (Sign("vandal", habit, _OF_A_HABIT, None, telling=False) for habit in habits)


def _alerts(page: Page) -> str:
    """The first words that scripts put on the screen."""
    scripts = "".join((script.text or "")[:2_000] for script in page.elements("script")[:10])
    return " ".join(_ALERT.findall(scripts))


def _habits(page: Page) -> Iterator[str]:
    """How defacers dress a page: black, with music or moving letters, the right mouse button locked."""
    body = next(iter(page.elements("body")), None)
    sheets = " ".join((style.text or "")[:5_000] for style in page.elements("style")[:5])
    dress = f"{body.get('style', '')} {sheets}" if body is not None else sheets
    if _BLACK.search(dress) or (
        body is not None and body.get("bgcolor", "").lower() in {"black", "#000", "#000000"}
    ):
        yield "black background"
    if page.elements("marquee", "blink"):
        yield "marquee"
    if any(one.get("autoplay") is not None for one in page.elements("audio", "video", "embed")):
        yield "music"
    scripts = " ".join((script.text or "")[:2_000] for script in page.elements("script")[:10])
    if _LOCKS.search(f"{' '.join(body.keys()) if body is not None else ''} {scripts}"):
        yield "locked mouse"
