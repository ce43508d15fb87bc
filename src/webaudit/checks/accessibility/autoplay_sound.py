"""Check `autoplay-sound`."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_MOST_SECONDS = 3
_SPAN = re.compile(r"#t=(?P<start>\d{1,6}(?:\.\d{1,6})?)?,(?P<end>\d{1,6}(?:\.\d{1,6})?)$")
_NEVER = ("template", "noscript")


@check(
    id="autoplay-sound",
    title="No sound starts by itself that cannot be stopped",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_4_2, act.RULE_80F0BF, act.RULE_4C31DF),
    remedy="Take autoplay away, or show the player's controls, <audio controls>. In WordPress: choose the "
    "audio or video block, and switch Autoplay off in its settings.",
    since="0.3.0",
)
def autoplay_sound(page: Page) -> Iterator[Verdict]:
    """Whoever hears a page read aloud can not hear it through a song that starts by itself.

    To stop it they would have to find a button that they can not hear announced.

    Target: each `audio` or `video` element with `autoplay` that has a source and is not muted.
    Expectation: it shows controls, or plays three seconds at most.
    Limits: how long a file plays, and whether it has sound, is not known: only what plays over and over, on a
        page without any script or button that could stop it, fails; of the rest people must judge.

    Passed:
        ```html
        <audio autoplay controls src="mars.mp3"></audio>
        ```

    Failed (sound-endless):
        ```html
        <audio autoplay loop src="mars.mp3"></audio>
        ```

    CantTell (sound-unheard):
        ```html
        <audio autoplay src="mars.mp3"></audio>
        ```
    """
    for element in page.elements("audio", "video"):
        if element.get("autoplay") is None or element.get("muted") is not None:
            continue
        sources = [one.get("src") or "" for one in (element, *element.iter("source"))]
        if not any(sources) or next(element.iterancestors(*_NEVER), None) is not None:
            continue
        if element.get("controls") is not None or all(_is_short(one) for one in sources if one):
            yield passed(element)
        elif element.tag == "audio" and element.get("loop") is not None and not _may_be_stopped(page):
            yield failed(
                element, "sound-endless", "a sound starts by itself, and nothing on the page stops it"
            )
        else:
            yield cant_tell(
                element,
                "sound-unheard",
                "it starts by itself; whether it is heard, and can be stopped, is not known",
            )


def _is_short(source: str) -> bool:
    """Whether an address asks for three seconds at most (Media Fragments 1.0)."""
    span = _SPAN.search(source)
    return span is not None and float(span["end"]) - float(span["start"] or 0) <= _MOST_SECONDS


def _may_be_stopped(page: Page) -> bool:
    """Whether the page has a script, or a control that may act on the sound."""
    controls: tuple[HtmlElement, ...] = (*page.elements("script"), *page.elements("button", "input"))
    return bool(controls) or any(element.get("onclick") is not None for element in page.everything)
