"""Check `text-contrast-enhanced`."""

from collections.abc import Iterator

from webaudit.extract.cascade import styles
from webaudit.extract.colour import contrast
from webaudit.extract.legible import looks
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_LEAST, _LEAST_OF_LARGE = 7.0, 4.5
"""Contrast ratios (WCAG 2.2, 1.4.6)."""


@check(
    id="text-contrast-enhanced",
    title="Texts stand out strongly from their background",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_1_4_6, act.RULE_09O5CG),
    remedy="Make the text darker or its background lighter, until the contrast is 7 to 1; 4.5 to 1 is enough "
    "for large text. In WordPress: Appearance, Customize, Colors.",
    since="0.3.0",
    advisory=True,
)
def text_contrast_enhanced(page: Page) -> Iterator[Verdict]:
    """Who sees a fifth of what others see, and uses no magnifier, needs a contrast of 7 to 1.

    Level AAA of WCAG asks it; level AA, which text-contrast judges, is content with 4.5 to 1.

    Target: each pair of colours, with the size, in which texts of a page are seen, but for controls that are
        switched off; its first text stands for all.
    Expectation: the contrast between text and background is 7 to 1 at least, 4.5 to 1 for letters from 24
        pixels on, or 18.7 if they are bold.
    Limits: those of text-contrast.

    Passed:
        ```html
        <p style="color: #333; background: white">Pelayanan buka pukul 08.00.</p>
        ```

    Failed (contrast-not-enhanced):
        ```html
        <p style="color: #666; background: white">Pelayanan buka pukul 08.00.</p>
        ```

    CantTell (background-unknown):
        ```html
        <p style="color: #666; background: url(kantor.jpg)">Pelayanan buka pukul 08.00.</p>
        ```

    CantTell (size-unknown):
        ```html
        <p style="color: #666; font-size: clamp(1rem, 4vw, 3rem)">Pelayanan buka pukul 08.00.</p>
        ```

    CantTell (sheet-unread):
        ```html
        <link rel="stylesheet" href="tema.css"><p>Pelayanan buka pukul 08.00.</p>
        ```
    """
    if not styles(page).whole:
        yield cant_tell(None, "sheet-unread", "a style sheet of the page was not captured")
        return
    for text in looks(page):
        look = text.look
        least = _LEAST if look.large is False else _LEAST_OF_LARGE
        decided = look.decided(least)
        if decided is None:
            yield cant_tell(text.element, "background-unknown", "what lies behind the text is not certain")
            continue
        ink, ground = decided
        ratio = contrast(ink, ground)
        if look.large is None and least <= ratio < _LEAST:
            yield cant_tell(text.element, "size-unknown", "how large the text is shown is not certain")
        elif ratio >= least:
            yield passed(text.element)
        else:
            message = "contrast {ratio} to 1, of {ink} on {ground}; {least} is asked"
            yield failed(
                text.element,
                "contrast-not-enhanced",
                message,
                ratio=f"{ratio:.2f}",
                ink=str(ink),
                ground=str(ground),
                least=f"{least:g}",
            )
